import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { PhoneButton } from '../../phone/PhoneButton.tsx';
import { PhoneFrame } from '../../phone/PhoneFrame.tsx';
import type { LinkWord } from '../../phone/PhoneFrame.tsx';
import door from '../door.module.css';
import { LineField } from '../LineField.tsx';
import { nameLetters } from '../name-letters.ts';
import type { Refusal } from './refusal.ts';

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
    <PhoneFrame
      link={link}
      onSend={() => {
        if (!busy) void ask();
      }}
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
      <h1 className={door.title}>{t('roll.guestTitle')}</h1>
      <p className={door.soft} id="guest-words">
        {t('roll.guestText')}
      </p>
      <LineField
        id="guest"
        label={t('roll.find')}
        value={name}
        maxLength={nameLetters}
        autoComplete="name"
        aria-invalid={problem === 'guestEmpty' || problem === 'guestRefused'}
        aria-describedby="guest-words guest-problem"
        onType={(typed) => {
          setName(typed);
          setProblem(null);
        }}
      />
      <p id="guest-problem" className={door.problem} role="alert">
        {problem && t(`roll.${problem}`)}
      </p>
    </PhoneFrame>
  );
}
