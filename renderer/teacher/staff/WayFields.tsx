import { useText } from '../../i18n/text.tsx';
import { Select, TextField } from '../../ui/index.ts';
import type { NewTeacher } from '../api.ts';
import { PasswordField } from '../session/PasswordField.tsx';
import { shortestPassword } from '../welcome/WelcomePage.tsx';

/** What is typed of a first way in. */
export type WayDraft = { by: NewTeacher['way']['by']; password: string; pin: string };
export const emptyWay: WayDraft = { by: 'invitation', password: '', pin: '' };

export const isPin = (text: string) => /^[0-9]{4,8}$/.test(text);

/** What is sent of it; null while something is missing. */
export function wayOf({ by, password, pin }: WayDraft): NewTeacher['way'] | null {
  switch (by) {
    case 'invitation':
    case 'tap':
      return { by };
    case 'password':
      return password.length < shortestPassword ? null : { by, password };
    case 'pin':
      return isPin(pin) ? { by, pin } : null;
    default:
      return by satisfies never;
  }
}

type WayFieldsProps = { draft: WayDraft; onChange: (draft: WayDraft) => void; tried: boolean };

/** How somebody gets in for the first time. */
export function WayFields({ draft, onChange, tried }: WayFieldsProps) {
  const { t } = useText();
  const wrong = tried && wayOf(draft) === null;
  return (
    <>
      <Select
        label={t('staff.teachers.way')}
        hint={
          {
            invitation: t('staff.teachers.hintInvitation'),
            password: t('staff.teachers.hintPassword'),
            pin: t('staff.teachers.hintPin'),
            tap: t('staff.teachers.hintTap'),
          }[draft.by]
        }
        options={[
          { value: 'invitation', label: t('staff.teachers.wayInvitation') },
          { value: 'password', label: t('staff.teachers.wayPassword') },
          { value: 'pin', label: t('staff.teachers.wayPin') },
          { value: 'tap', label: t('staff.teachers.wayTap') },
        ]}
        value={draft.by}
        onChange={(by) => onChange({ ...draft, by })}
      />
      {draft.by === 'password' && (
        <PasswordField
          label={t('staff.teachers.wayPassword')}
          value={draft.password}
          onChange={(password) => onChange({ ...draft, password })}
          autoComplete="new-password"
          error={wrong ? t('teacher.welcome.passwordShort') : null}
        />
      )}
      {draft.by === 'pin' && (
        <TextField
          label={t('staff.who.pin')}
          value={draft.pin}
          onChange={(pin) => onChange({ ...draft, pin })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          error={wrong ? t('staff.settings.pinShort') : null}
        />
      )}
    </>
  );
}
