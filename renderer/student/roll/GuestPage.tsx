import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { PhoneButton } from '../../phone/PhoneButton.tsx';
import { PhoneFrame } from '../../phone/PhoneFrame.tsx';
import type { LinkWord } from '../../phone/PhoneFrame.tsx';
import type { Refusal } from './refusal.ts';
import styles from './roll.module.css';

/** As many letters as a name has on the wall. */
const maxLetters = 24;

type GuestPageProps = {
  link: LinkWord;
  onAsk: (name: string) => Promise<Refusal>;
  onBack: () => void;
};

/** Somebody who is not on the list says who they are; the teacher is asked. */
export function GuestPage({ link, onAsk, onBack }: GuestPageProps) {
  const { t } = useText();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<'guestEmpty' | 'guestRefused' | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function ask() {
    const wanted = name.trim();
    if (wanted === '') {
      setProblem('guestEmpty');
      return;
    }
    setBusy(true);
    const refused = await onAsk(wanted);
    setBusy(false);
    setProblem(refused && (refused === 'name_refused' ? 'guestRefused' : 'failed'));
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void ask();
      }}
    >
      <PhoneFrame
        link={link}
        tray={
          <>
            <PhoneButton type="submit" busy={busy}>
              {t('roll.guestGo')}
            </PhoneButton>
            <PhoneButton look="quiet" onClick={onBack}>
              {t('roll.back')}
            </PhoneButton>
          </>
        }
      >
        <h1 className={styles.title}>{t('roll.guestTitle')}</h1>
        <p className={styles.soft} id="guest-words">
          {t('roll.guestText')}
        </p>
        <label className={styles.label} htmlFor="guest">
          {t('roll.find')}
        </label>
        <input
          ref={field}
          id="guest"
          className={styles.search}
          type="text"
          value={name}
          maxLength={maxLetters}
          autoComplete="name"
          enterKeyHint="go"
          aria-invalid={problem === 'guestEmpty' || problem === 'guestRefused'}
          aria-describedby="guest-words guest-problem"
          onInput={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <p id="guest-problem" className={styles.problem} role="alert">
          {problem && t(`roll.${problem}`)}
        </p>
      </PhoneFrame>
    </form>
  );
}
