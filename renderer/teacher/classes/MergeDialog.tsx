import { useState } from 'react';
import type { ClassStudent } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Dialog, Button, Segmented, Select } from '../../ui/index.ts';
import styles from './Classes.module.css';

type MergeDialogProps = {
  keep: ClassStudent;
  /** Who it may be, first of all those who look like it. */
  others: readonly ClassStudent[];
  start: string | null;
  onMerge: (goneId: string, name: string) => void;
  onClose: () => void;
};

/** Two rows that are one student. */
export function MergeDialog({ keep, others, start, onMerge, onClose }: MergeDialogProps) {
  const { t } = useText();
  const [otherId, setOtherId] = useState(start ?? others[0]?.id ?? '');
  const [which, setWhich] = useState<'keep' | 'other'>('keep');
  const other = others.find(({ id }) => id === otherId);
  const told = ({ name, number }: ClassStudent) => (number === null ? name : `${name} (${number})`);
  return (
    <Dialog
      open
      title={t('classes.merge.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="stop"
            onClick={() => {
              if (other) onMerge(other.id, which === 'keep' ? keep.name : other.name);
            }}
          >
            {t('classes.merge.go')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          <b>{told(keep)}</b>
        </p>
        <Select
          label={t('classes.merge.other')}
          value={otherId}
          onChange={setOtherId}
          options={others.map((one) => ({ value: one.id, label: told(one) }))}
        />
        {other && other.name !== keep.name && (
          <Segmented
            label={t('classes.merge.name')}
            choices={[
              { value: 'keep', label: keep.name },
              { value: 'other', label: other.name },
            ]}
            value={which}
            onChange={setWhich}
          />
        )}
        <p className="soft">{t('classes.merge.words')}</p>
      </div>
    </Dialog>
  );
}
