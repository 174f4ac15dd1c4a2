import type { Trouble } from '../../../lan-server/contract/trouble.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Icon, icons, Notice } from '../../ui/index.ts';
import styles from './Strip.module.css';

type StripProps = {
  /** The laptop's disk refuses. */
  trouble?: Trouble | null;
  offline: boolean;
  onRetry: () => void;
  /** What could not be done. */
  said: string | null;
  onDismiss: () => void;
};

/**
 * Lies over the foot of the console, on the tray's edge: what stands there does not move when it comes and goes.
 */
export function Strip({ trouble = null, offline, onRetry, said, onDismiss }: StripProps) {
  const { t } = useText();
  return (
    <div className={styles.strip}>
      <div role="alert">
        {offline && (
          <div className={styles.sheet}>
            <Notice
              tone="warn"
              icon={<Icon path={icons.wifiOff} />}
              title={t('console.offline.title')}
              action={<Button onClick={onRetry}>{t('console.offline.retry')}</Button>}
            >
              {t('console.offline.words')}
            </Notice>
          </div>
        )}
        {trouble && (
          <div className={styles.sheet}>
            <Notice
              tone="bad"
              icon={<Icon path={icons.alert} />}
              title={t(`console.trouble.${trouble.why}`)}
            >
              {t(`console.trouble.${trouble.why}Words`)} {t('console.trouble.safe')}
            </Notice>
          </div>
        )}
        {said !== null && (
          <div className={styles.sheet}>
            <Notice
              icon={<Icon path={icons.alert} />}
              action={
                <Button
                  look="quiet"
                  label={t('console.said.dismiss')}
                  icon={<Icon path={icons.close} />}
                  onClick={onDismiss}
                />
              }
            >
              {said}
            </Notice>
          </div>
        )}
      </div>
    </div>
  );
}
