import { useState } from 'react';
import type { Planned, Scope } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import { ConfirmDialog, Segmented } from '../../ui/index.ts';
import { usePlanWords } from './words.ts';

type CancelDialogProps = {
  planned: Planned;
  busy: boolean;
  onCancel: () => void;
  onConfirm: (scope: Scope) => void;
};

/** Which lessons of a repeated plan are cancelled: asked only where there is more than one. */
export function CancelDialog({ planned, busy, onCancel, onConfirm }: CancelDialogProps) {
  const { t } = useText();
  const words = usePlanWords();
  const [scope, setScope] = useState<Scope>('this');
  return (
    <ConfirmDialog
      open
      stop
      title={t('schedule.cancelTitle', { title: words.whole(planned) })}
      confirm={t('schedule.cancelGo')}
      keep={t('schedule.cancelKeep')}
      busy={busy}
      onCancel={onCancel}
      onConfirm={() => onConfirm(scope)}
    >
      <Segmented
        label={t('schedule.which')}
        choices={[
          { value: 'this', label: t('schedule.this') },
          { value: 'following', label: t('schedule.following') },
        ]}
        value={scope}
        onChange={setScope}
      />
    </ConfirmDialog>
  );
}
