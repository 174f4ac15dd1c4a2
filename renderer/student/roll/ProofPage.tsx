import { useEffect, useRef, useState } from 'react';
import type { FoundName } from '../../../lan-server/contract/roll.ts';
import { useText } from '../../i18n/text.tsx';
import { PhoneButton } from '../../phone/PhoneButton.tsx';
import { PhoneFrame } from '../../phone/PhoneFrame.tsx';
import type { LinkWord } from '../../phone/PhoneFrame.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { book, clock, eye, hand, heart, home, lock, pencil, phone, star } from '../../ui/icons.ts';
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
  const box = useRef<HTMLFormElement>(null);
  const withPictures = of.proof === 'pictures';
  useEffect(() => box.current?.querySelector<HTMLElement>('input, h1')?.focus(), []);
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
    <form
      ref={box}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || withPictures) return;
        setShort(typed.length < 4);
        if (typed.length >= 4) void prove(typed);
      }}
    >
      <PhoneFrame
        link={link}
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
        <h1 className={styles.title} tabIndex={-1}>
          {t(withPictures ? 'roll.pictureTitle' : 'roll.pinTitle', { name: of.name })}
        </h1>
        {withPictures ? (
          <>
            <p className={styles.soft}>{t('roll.pictureText')}</p>
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
          <>
            <label className={styles.label} htmlFor="proof">
              {t('roll.pinLabel')}
            </label>
            <input
              id="proof"
              className={styles.search}
              type="text"
              inputMode="numeric"
              pattern="[0-9]*"
              autoComplete="off"
              enterKeyHint="go"
              maxLength={8}
              value={typed}
              aria-invalid={problem !== null || short}
              aria-describedby="proof-problem"
              onInput={(event) => {
                setTyped(event.currentTarget.value.replace(/\D/g, ''));
                setShort(false);
              }}
            />
          </>
        )}
        <p id="proof-problem" className={styles.problem} role="alert">
          {short ? t('roll.pinShort') : problem}
        </p>
      </PhoneFrame>
    </form>
  );
}
