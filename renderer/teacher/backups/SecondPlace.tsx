import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backups } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, Pill, Sheet } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { queryKeys } from '../query-keys.ts';
import { Done } from '../shell/Done.tsx';
import styles from './Backups.module.css';
import { PlaceChoice } from './PlaceChoice.tsx';
import { useBackupRefusal, useBytes } from './words.ts';

type SecondPlaceProps = {
  folder: Backups['folder'];
  /** Whether it may be changed from this device. */
  changeable: boolean;
  title: string;
  words: string;
};

/** The stick or folder to which every backup is copied too: chosen, in use, missing, or none. */
export function SecondPlace({ folder, changeable, title, words }: SecondPlaceProps) {
  const { t } = useText();
  const api = useApi();
  const queryClient = useQueryClient();
  const bytes = useBytes();
  const refusalText = useBackupRefusal();
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<ApiError | null>(null);

  const choose = async (path: string | null) => {
    setBusy(path ?? '');
    setSaid('');
    const result = await api.chooseBackupFolder(path);
    setBusy(null);
    setRefused(result.ok ? null : result.error);
    if (!result.ok) return;
    await queryClient.cancelQueries({ queryKey: queryKeys.backups });
    queryClient.setQueryData<Backups>(queryKeys.backups, result.value);
    setChoosing(false);
    setSaid(t(path === null ? 'safety.folder.removed' : 'safety.folder.stored'));
  };

  return (
    <Sheet as="section" pad="roomy" label={title} className={styles.place}>
      <h2>{title}</h2>
      <p className="soft">{words}</p>
      {folder && (
        <div className={styles.folder}>
          <p className="small soft">{t('safety.folder.usedNow')}</p>
          <p className={styles.path}>
            <b>{folder.path}</b>{' '}
            <Pill tone={folder.problem === null ? 'good' : 'warn'}>
              {t(folder.problem === null ? 'safety.folder.ready' : 'safety.folder.notReady')}
            </Pill>
          </p>
          {folder.problem !== null && (
            <p className={styles.problem}>
              {t(`safety.problem.${folder.problem}`)} {t('safety.folder.notReadySafe')}
            </p>
          )}
          {folder.freeBytes !== null && (
            <p className="small soft">
              {t('safety.folder.free', { free: bytes(folder.freeBytes) })}
            </p>
          )}
        </div>
      )}
      <Done>{said}</Done>
      {refused && (
        <ErrorNotice
          happened={t('safety.folder.refused', { reason: refusalText(refused) })}
          safe={t('teacher.settings.failedSafe')}
        />
      )}
      {changeable && folder && !choosing && (
        <div className={styles.acts}>
          <Button onClick={() => setChoosing(true)}>{t('safety.folder.change')}</Button>
          <Button look="quiet" busy={busy === ''} onClick={() => void choose(null)}>
            {t('safety.folder.remove')}
          </Button>
        </div>
      )}
      {changeable && (choosing || !folder) && (
        <PlaceChoice
          busy={busy}
          onChoose={(path) => void choose(path)}
          onCancel={folder && (() => setChoosing(false))}
        />
      )}
    </Sheet>
  );
}
