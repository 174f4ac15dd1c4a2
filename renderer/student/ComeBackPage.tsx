import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import type { LinkState } from '../live/connection.ts';
import type { SeatSession } from '../live/seat-session.ts';
import type { WayBack } from '../live/way-back.ts';
import { PhoneButton } from '../phone/PhoneButton.tsx';
import { PhoneFrame } from '../phone/PhoneFrame.tsx';
import styles from './door.module.css';
import { LineField } from './LineField.tsx';
import { phoneLink } from './link-word.ts';

const problems: Record<string, 'unknown' | 'doubled' | 'removed' | 'slow'> = {
  seat_code_unknown: 'unknown',
  bad_request: 'unknown',
  seat_code_doubled: 'doubled',
  seat_removed: 'removed',
  too_many: 'slow',
};

type ComeBackPageProps = {
  link: LinkState;
  /** What the address brought along: asked about before anything is taken. null: the student types a code. */
  offer: WayBack | null;
  session: SeatSession;
  onBack: () => void;
};

/** Back into a seat that was taken with another device, or under another address of the laptop. */
export function ComeBackPage({ link, offer, session, onBack }: ComeBackPageProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = useRef<HTMLHeadingElement>(null);
  // A new screen: to what is asked; without that the field takes it.
  useEffect(() => asked.current?.focus(), []);

  async function comeBack() {
    setBusy(true);
    const refusal = await session.comeBack(offer?.seat ?? typed, offer?.name ?? undefined);
    setBusy(false);
    setProblem(refusal);
  }

  const why = problem === null ? null : problems[problem];
  const name = offer?.name ?? null;
  const title = offer
    ? name === null
      ? t('student.return.askUnnamed', { seat: offer.seat })
      : t('student.return.ask', { name })
    : t('student.return.title');
  return (
    <PhoneFrame
      link={phoneLink(link).is}
      onSend={() => {
        if (!busy) void comeBack();
      }}
      tray={
        <>
          <PhoneButton type="submit" busy={busy}>
            {t('student.return.go')}
          </PhoneButton>
          <PhoneButton look="quiet" onClick={onBack}>
            {t(offer ? 'student.return.notMe' : 'student.back')}
          </PhoneButton>
        </>
      }
    >
      <h1 ref={asked} className={styles.title} {...(offer && { tabIndex: -1 })}>
        {title}
      </h1>
      <p className={styles.soft} id="code-words">
        {t(offer ? 'student.return.asked' : 'student.return.where')}
      </p>
      {!offer && (
        <LineField
          id="seat-code"
          label={t('student.return.label')}
          value={typed}
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          aria-invalid={why === 'unknown'}
          aria-describedby="code-words code-problem"
          onType={(code) => {
            setTyped(code);
            setProblem(null);
          }}
        />
      )}
      <p id="code-problem" className={styles.problem} role="alert">
        {why && t(`student.return.${why}`)}
        {problem &&
          !why &&
          t(problem === 'unreachable' ? 'student.name.unreachable' : 'student.name.busy')}
      </p>
    </PhoneFrame>
  );
}
