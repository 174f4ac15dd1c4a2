import { useState } from 'react';
import type { FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, Sheet, TextField } from '../../ui/index.ts';
import type { TeacherPatch } from '../api.ts';
import settings from '../settings/SettingsPage.module.css';
import { isPin } from './WayFields.tsx';

type PinSettingProps = {
  hasPin: boolean;
  /** Gives back why it was refused, or null. */
  change: (patch: TeacherPatch) => Promise<string | null>;
};

/** The digits that open the laptop's window when several teachers share it: set, changed, removed. */
export function PinSetting({ hasPin, change }: PinSettingProps) {
  const { t } = useText();
  const [pin, setPin] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<string | null>(null);

  const apply = async (next: string | null) => {
    setBusy(true);
    setSaid('');
    const reason = await change({ pin: next });
    setBusy(false);
    setRefused(reason);
    if (reason !== null) return;
    setPin('');
    setTried(false);
    setSaid(t(next === null ? 'staff.settings.pinRemoved' : 'staff.settings.pinStored'));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isPin(pin) && !busy) void apply(pin);
  };
  return (
    <Sheet as="section" pad="roomy" label={t('staff.settings.pin')}>
      <h2>{t('staff.settings.pin')}</h2>
      <p className="soft">{t(hasPin ? 'staff.settings.pinOn' : 'staff.settings.pinOff')}</p>
      <form className={settings.form} onSubmit={submit} noValidate>
        <TextField
          label={t('staff.settings.pinNew')}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          maxLength={8}
          value={pin}
          onChange={setPin}
          error={tried && !isPin(pin) ? t('staff.settings.pinShort') : null}
        />
        <div className={settings.acts}>
          <Button type="submit" busy={busy}>
            {t(hasPin ? 'staff.settings.pinChange' : 'staff.settings.pinSet')}
          </Button>
          {hasPin && (
            <Button look="stop" onClick={() => void apply(null)}>
              {t('staff.settings.pinRemove')}
            </Button>
          )}
        </div>
      </form>
      <p role="status" className={settings.stored}>
        {said}
      </p>
      {refused !== null && (
        <ErrorNotice
          happened={t('teacher.settings.failed', { reason: refused })}
          safe={t('teacher.settings.failedSafe')}
        />
      )}
    </Sheet>
  );
}
