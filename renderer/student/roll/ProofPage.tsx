import { useEffect, useRef, useState } from 'react';
import type { FoundName } from '../../../lan-server/contract/roll.ts';
import { useText } from '../../i18n/text.tsx';
import { PhoneButton } from '../../phone/PhoneButton.tsx';
import { PhoneFrame } from '../../phone/PhoneFrame.tsx';
import type { LinkWord } from '../../phone/PhoneFrame.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { book, clock, eye, hand, heart, home, lock, pencil, phone, star } from '../../ui/icons.ts';
import door from '../door.module.css';
import { LineField } from '../LineField.tsx';
import styles from './roll.module.css';

/** What each digit looks like to who cannot read it yet. */
const pictures = [star, heart, home, clock, phone, book, eye, pencil, hand, lock];
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
const pictureCount = 2;

type ProofPageProps = {
  of: FoundName;
  link: LinkWord;
  busy: boolean;
  /** What was wrong with the last try, in words. */
  problem: string | null;
  onProof: (proof: string) => Promise<void>;
  /** Null where nobody could be asked. */
  onAsk: (() => void) | null;
  onBack: () => void;
};

/** A name shows that it is one's own: by the PIN, or by its two pictures. */
export function ProofPage(props: ProofPageProps) {
  const { of, link, busy, problem, onProof, onAsk, onBack } = props;
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [short, setShort] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const withPictures = of.proof === 'pictures';
  // The pictures have no field that takes it.
  useEffect(() => {
    if (withPictures) title.current?.focus();
  }, [withPictures]);

  /** After a wrong try the next one begins anew. */
  async function prove(proof: string) {
    await onProof(proof);
    setTyped('');
  }

  function tap(digit: string) {
    const next = typed + digit;
    setTyped(next);
    if (next.length === pictureCount) void prove(next);
  }

  return (
    <PhoneFrame
      link={link}
      onSend={() => {
        if (busy || withPictures) return;
        setShort(typed.length < 4);
        if (typed.length >= 4) void prove(typed);
      }}
      tray={
        <>
          {!withPictures && (
            <PhoneButton type="submit" busy={busy}>
              {t('roll.pinGo')}
            </PhoneButton>
          )}
          {onAsk && (
            <PhoneButton look="quiet" onClick={onAsk}>
              {t('roll.forgot')}
            </PhoneButton>
          )}
          <PhoneButton look="quiet" onClick={onBack}>
            {t('roll.back')}
          </PhoneButton>
        </>
      }
    >
      <h1 ref={title} className={door.title} tabIndex={-1}>
        {t(withPictures ? 'roll.pictureTitle' : 'roll.pinTitle', { name: of.name })}
      </h1>
      {withPictures ? (
        <>
          <p className={door.soft}>{t('roll.pictureText')}</p>
          <p className="sr" role="status">
            {t('roll.pictureSlots', { count: typed.length })}
          </p>
          <div className={styles.slots} aria-hidden="true">
            {Array.from({ length: pictureCount }, (_, place) => {
              const path = pictures[Number(typed.charAt(place))];
              return (
                <span key={place} className={styles.slot}>
                  {typed.length > place && path && <Icon path={path} size="l" />}
                </span>
              );
            })}
          </div>
          <ul className={styles.keys}>
            {digits.map((digit) => {
              const path = pictures[Number(digit)];
              return (
                <li key={digit}>
                  <button
                    type="button"
                    className={styles.key}
                    disabled={busy}
                    aria-label={`${digit} ${t(`roll.pictures.${digit}`)}`}
                    onClick={() => tap(digit)}
                  >
                    {path && <Icon path={path} size="l" />}
                    <small aria-hidden="true">{digit}</small>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      ) : (
        <LineField
          id="proof"
          label={t('roll.pinLabel')}
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="off"
          maxLength={8}
          value={typed}
          aria-invalid={problem !== null || short}
          aria-describedby="proof-problem"
          onType={(text) => {
            setTyped(text.replace(/\D/g, ''));
            setShort(false);
          }}
        />
      )}
      <p id="proof-problem" className={door.problem} role="alert">
        {short ? t('roll.pinShort') : problem}
      </p>
    </PhoneFrame>
  );
}
