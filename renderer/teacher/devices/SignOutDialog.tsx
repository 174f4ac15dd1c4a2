import type { Device } from '../../../lan-server/contract/devices.ts';
import { useText } from '../../i18n/text.tsx';
import { ConfirmDialog } from '../../ui/index.ts';
import { deviceName } from './device-name.ts';
import styles from './SignOutDialog.module.css';

type SignOutDialogProps = {
  which: Device | 'others';
  /** How many devices “others” are. */
  others: number;
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks once: the other device may be running a lesson at this moment. */
export function SignOutDialog({ which, others, ...dialog }: SignOutDialogProps) {
  const { t } = useText();
  const all = which === 'others';
  return (
    <ConfirmDialog
      {...dialog}
      open
      stop
      title={
        all
          ? t('safety.devices.askOthers', { count: others })
          : t('safety.devices.ask', { device: deviceName(t, which) })
      }
      confirm={t(all ? 'safety.devices.signOutOthers' : 'safety.devices.signOut')}
    >
      <div className={styles.dialog}>
        <p>{t('safety.devices.askWords')}</p>
        <p>
          {t(
            !all && which.via === 'laptop'
              ? 'safety.devices.askBackLaptop'
              : 'safety.devices.askBackPassword',
          )}
        </p>
      </div>
    </ConfirmDialog>
  );
}
