import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Icon, icons, Sheet } from '../../ui/index.ts';
import { newestGood } from '../backups/copies.ts';
import { useBackups } from '../backups/queries.ts';
import { paths } from '../router/paths.ts';
import { useMoment } from '../shell/moment.ts';
import styles from './SettingsPage.module.css';

/** When the last good backup was made, and the way to all of them. */
export function BackupsSetting() {
  const { t } = useText();
  const moment = useMoment();
  const backups = useBackups().data;
  const newest = backups ? newestGood(backups.backups) : null;
  return (
    <Sheet as="section" pad="roomy" label={t('safety.settings.backups')}>
      <h2>{t('safety.settings.backups')}</h2>
      <div className={styles.words}>
        <p className="soft">{t('safety.settings.backupsWords')}</p>
        <p>
          {!backups
            ? t('safety.settings.checking')
            : newest
              ? t('safety.settings.lastGood', { when: moment(newest.madeAt) })
              : t('safety.settings.noneYet')}
        </p>
      </div>
      <ButtonLink href={paths.backups} icon={<Icon path={icons.stored} />}>
        {t('safety.settings.backupsOpen')}
      </ButtonLink>
    </Sheet>
  );
}
