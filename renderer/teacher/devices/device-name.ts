import type { Device } from '../../../lan-server/contract/devices.ts';
import type { TextApi } from '../../i18n/text.tsx';

/** What a person would call the device: “Firefox on Android”, or as much of it as is known. */
export function deviceName(t: TextApi['t'], { browser, system }: Device): string {
  if (browser !== null && system !== null) return t('safety.devices.onSystem', { browser, system });
  return browser ?? system ?? t('safety.devices.unknown');
}
