import type { Device } from '../../../lan-server/contract/devices.ts';
import { useText } from '../../i18n/text.tsx';
import { ConfirmDialog } from '../../ui/index.ts';
import { deviceName } from './device-name.ts';
import styles from './SignOutDialog.module.css';

type SignOutDialogProps = {
  which: Device | 'others';
  /** All but this one. */
  others: readonly Device[];
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks once: the other device may be running a lesson at this moment. */
export function SignOutDialog({ which, others, ...dialog }: SignOutDialogProps) {
  const { t } = useText();
  const all = which === 'others';
  const gone = all ? others : [which];
  return (
    <ConfirmDialog
      {...dialog}
      open
      stop
      title={
        all
          ? t('safety.devices.askOthers', { count: others.length })
          : t('safety.devices.ask', { device: deviceName(t, which) })
      }
      confirm={t(all ? 'safety.devices.signOutOthers' : 'safety.devices.signOut')}
    >
      <div className={styles.dialog}>
        <p>{t('safety.devices.askWords')}</p>
        {gone.some(({ via }) => via === 'laptop') && <p>{t('safety.devices.askBackLaptop')}</p>}
        {gone.some(({ via }) => via !== 'laptop') && <p>{t('safety.devices.askBackPassword')}</p>}
      </div>
    </ConfirmDialog>
  );
}
