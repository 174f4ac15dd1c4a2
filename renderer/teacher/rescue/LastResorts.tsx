import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, ConfirmDialog, Sheet } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import type { FollowedJob } from '../backups/queries.ts';
import { useBackupRefusal } from '../backups/words.ts';
import styles from './RescuePage.module.css';

type LastResort = 'goOn' | 'empty';

type LastResortsProps = {
  /** The rest of the file is whole and may be used as it is. */
  canGoOn: boolean;
  begin: FollowedJob['begin'];
};

/** What is left where no backup helps: go on without what is missing, or begin with nothing. Each asks once. */
export function LastResorts({ canGoOn, begin }: LastResortsProps) {
  const { t } = useText();
  const api = useApi();
  const refusalText = useBackupRefusal();
  const [asking, setAsking] = useState<LastResort | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);

  const doIt = async (what: LastResort) => {
    setBusy(true);
    setRefused(null);
    const error = await begin(what === 'empty' ? api.startEmpty() : api.goOnDamaged());
    setBusy(false);
    if (error) setRefused(error);
    else setAsking(null);
  };
  const words = { goOn: 'safety.rescue.goOnWords', empty: 'safety.rescue.emptyAskWords' } as const;
  return (
    <>
      {canGoOn && (
        <Sheet as="section" pad="roomy" label={t('safety.rescue.goOn')} className={styles.choice}>
          <h2>{t('safety.rescue.goOn')}</h2>
          <p className="soft">{t('safety.rescue.goOnWords')}</p>
          <Button onClick={() => setAsking('goOn')}>{t('safety.rescue.goOnDo')}</Button>
        </Sheet>
      )}
      <Sheet as="section" pad="roomy" label={t('safety.rescue.empty')} className={styles.choice}>
        <h2>{t('safety.rescue.empty')}</h2>
        <p className="soft">{t('safety.rescue.emptyWords')}</p>
        <Button look="stop" onClick={() => setAsking('empty')}>
          {t('safety.rescue.emptyDo')}
        </Button>
      </Sheet>
      {asking && (
        <ConfirmDialog
          open
          stop={asking === 'empty'}
          title={t(`safety.rescue.${asking}Ask`)}
          confirm={t(`safety.rescue.${asking}Do`)}
          busy={busy}
          onConfirm={() => void doIt(asking)}
          onCancel={() => setAsking(null)}
        >
          <p>{t(words[asking])}</p>
          {refused && (
            <p role="alert" className={styles.refused}>
              {t('safety.job.notBegun', { reason: refusalText(refused) })}
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
