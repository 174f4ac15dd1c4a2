import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, ConfirmDialog, Sheet } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import type { FollowedJob } from '../backups/queries.ts';
import { useBackupRefusal } from '../backups/words.ts';
import styles from './RescuePage.module.css';

type ResortProps = {
  /** Go on without what is missing, or begin with nothing. */
  what: 'goOn' | 'empty';
  begin: FollowedJob['begin'];
};

/** A way on without a backup; it asks once. */
export function Resort({ what, begin }: ResortProps) {
  const { t } = useText();
  const api = useApi();
  const refusalText = useBackupRefusal();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const empty = what === 'empty';

  const doIt = async () => {
    setBusy(true);
    setRefused(null);
    const error = await begin(empty ? api.startEmpty() : api.goOnDamaged());
    setBusy(false);
    setRefused(error);
    if (!error) setAsking(false);
  };
  return (
    <Sheet as="section" pad="roomy" label={t(`safety.rescue.${what}`)} className={styles.choice}>
      <h2>{t(`safety.rescue.${what}`)}</h2>
      <p className="soft">{t(`safety.rescue.${what}Words`)}</p>
      <Button look={empty ? 'stop' : 'bordered'} onClick={() => setAsking(true)}>
        {t(`safety.rescue.${what}Do`)}
      </Button>
      <ConfirmDialog
        open={asking}
        stop={empty}
        title={t(`safety.rescue.${what}Ask`)}
        confirm={t(`safety.rescue.${what}Do`)}
        busy={busy}
        onConfirm={() => void doIt()}
        onCancel={() => setAsking(false)}
      >
        <p>{t(`safety.rescue.${what}AskWords`)}</p>
        {refused && (
          <p role="alert" className={styles.refused}>
            {t('safety.job.notBegun', { reason: refusalText(refused) })}
          </p>
        )}
      </ConfirmDialog>
    </Sheet>
  );
}
