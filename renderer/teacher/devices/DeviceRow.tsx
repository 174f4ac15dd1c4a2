import type { Device } from '../../../lan-server/contract/devices.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Pill } from '../../ui/index.ts';
import { ActRow } from '../shell/ActList.tsx';
import { useMoment } from '../shell/moment.ts';
import { deviceName } from './device-name.ts';

/** Milliseconds within which a device counts as in use: the list knows it to five minutes. */
const inUse = 6 * 60_000;

type DeviceRowProps = {
  device: Device;
  /** In ms since 1970. */
  now: number;
  onSignOut: () => void;
};

/** One signed-in device; all but this one can be signed out here. */
export function DeviceRow({ device, now, onSignOut }: DeviceRowProps) {
  const { t } = useText();
  const moment = useMoment();
  const name = deviceName(t, device);
  const how = t(
    device.via === 'laptop' ? 'safety.devices.viaLaptop' : 'safety.devices.viaPassword',
  );
  const used =
    device.thisOne || now - device.lastUsedAt < inUse
      ? t('safety.devices.usedNow')
      : t('safety.devices.used', { when: moment(device.lastUsedAt) });
  const since = t('safety.devices.since', { when: moment(device.createdAt) });

  return (
    <ActRow
      name={name}
      pill={device.thisOne && <Pill tone="good">{t('safety.devices.thisOne')}</Pill>}
      act={
        !device.thisOne && (
          <Button
            aria-label={t('safety.devices.signOutNamed', { device: name })}
            onClick={onSignOut}
          >
            {t('safety.devices.signOut')}
          </Button>
        )
      }
    >
      <p className="small soft">{how}</p>
      <p className="small soft">
        {since} · {used}
      </p>
    </ActRow>
  );
}
