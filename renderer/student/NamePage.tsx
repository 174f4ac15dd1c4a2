import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import type { LinkState } from '../live/connection.ts';
import { lastName, rememberName } from '../live/device.ts';
import type { DeviceStore } from '../live/device.ts';
import type { SeatSession } from '../live/seat-session.ts';
import type { LiveState } from '../live/store.ts';
import type { WayBack } from '../live/way-back.ts';
import { OfflineTray } from '../phone/OfflineTray.tsx';
import { PhoneButton } from '../phone/PhoneButton.tsx';
import { PhoneFrame } from '../phone/PhoneFrame.tsx';
import { ComeBackPage } from './ComeBackPage.tsx';
import styles from './door.module.css';
import { LineField } from './LineField.tsx';
import { phoneLink } from './link-word.ts';
import { nameLetters } from './name-letters.ts';
import { suggestedName } from './suggested-name.ts';

type Problem =
  | 'empty'
  | 'taken'
  | 'refused'
  | 'late'
  | 'locked'
  | 'unreachable'
  | 'busy'
  | 'unsaved';

/** What only the student, or nobody, can change: asking again would not help. */
const standing = new Set<Problem>(['empty', 'taken', 'refused', 'late']);

/** How long this page waits before it asks again for a seat that the laptop could not give, in ms. */
const againMs = 2500;

type NamePageProps = {
  live: LiveState;
  link: LinkState;
  /** null where the door has not told. */
  teacher: string | null;
  store: DeviceStore;
  session: SeatSession;
  /** What the address brought along. */
  offer: WayBack | null;
  onLeave: () => void;
};

/** The last step before the lesson: a name, or one tap where the lesson wants none. */
export function NamePage(props: NamePageProps) {
  const { live, link, teacher, store, session, offer, onLeave } = props;
  const { t } = useText();
  const { lesson, status } = live.view;
  const anonymous = lesson.identity === 'anonymous';
  const [name, setName] = useState(() => lastName(store));
  const [problem, setProblem] = useState<Problem | null>(null);
  // The name that the student was asked about: tapped once more, it is another one of this name.
  const [asked, setAsked] = useState('');
  const [busy, setBusy] = useState(false);
  const [comingBack, setComingBack] = useState(offer !== null);
  const [declined, setDeclined] = useState(false);

  async function join() {
    const wanted = name.trim();
    if (!anonymous && wanted === '') {
      setProblem('empty');
      return;
    }
    setBusy(true);
    if (!anonymous) rememberName(store, wanted);
    const refusal = await session.join(anonymous ? '' : wanted, wanted !== asked);
    setBusy(false);
    if (refusal === 'name_taken') setAsked(wanted);
    setProblem(refusal && problemOf(refusal));
  }
  useEffect(() => {
    const passing = !busy && !comingBack && problem && !standing.has(problem);
    const again = passing && setTimeout(() => void join(), againMs * (0.5 + Math.random()));
    return () => clearTimeout(again || 0);
  });

  const over = status === 'ended';
  const phone = phoneLink(link);
  const acts =
    phone.is === 'offline' ? (
      <OfflineTray link={phone} keptAt={null} onTryNow={session.tryNow} />
    ) : (
      <PhoneButton type="submit" busy={busy}>
        {t('student.name.join')}
      </PhoneButton>
    );
  if (comingBack && !over) {
    return (
      <ComeBackPage
        link={link}
        offer={declined ? null : offer}
        session={session}
        onBack={() => {
          setDeclined(true);
          setComingBack(false);
        }}
      />
    );
  }
  return (
    <PhoneFrame
      link={phone.is}
      onSend={() => {
        if (!busy && !over) void join();
      }}
      tray={
        <>
          {!over && acts}
          {!over && (
            <PhoneButton look="quiet" onClick={() => setComingBack(true)}>
              {t('student.return.open')}
            </PhoneButton>
          )}
          <PhoneButton look="quiet" onClick={onLeave}>
            {t('student.name.other')}
          </PhoneButton>
        </>
      }
    >
      <h1 className={styles.title} tabIndex={-1}>
        {over && t('student.door.ended')}
        {!over && t(anonymous ? 'student.name.anonymousTitle' : 'student.name.title')}
      </h1>
      <p className={styles.soft}>
        {teacher === null
          ? lesson.title
          : t('student.name.with', { lesson: lesson.title || t('student.lesson'), teacher })}
      </p>
      {!over && anonymous && <p className={styles.seen}>{t('student.name.anonymous')}</p>}
      {!over && !anonymous && (
        <>
          <LineField
            id="name"
            label={t('student.name.label')}
            value={name}
            maxLength={nameLetters}
            autoComplete="name"
            aria-invalid={problem === 'empty' || problem === 'refused'}
            aria-describedby="name-problem name-seen"
            onType={(typed) => {
              setName(typed);
              setProblem(null);
            }}
          />
          <p id="name-seen" className={styles.seen}>
            {t('student.name.seen')}
          </p>
          <PhoneButton
            look="quiet"
            onClick={() => {
              setName(suggestedName(t, Math.random));
              setProblem(null);
            }}
          >
            {t('student.name.suggest')}
          </PhoneButton>
        </>
      )}
      <p id="name-problem" className={styles.problem} role="alert">
        {problem && t(`student.name.${problem}`)}
      </p>
    </PhoneFrame>
  );
}

function problemOf(refusal: string): Problem {
  if (refusal === 'name_empty') return 'empty';
  if (refusal === 'name_taken') return 'taken';
  if (refusal === 'name_refused') return 'refused';
  if (refusal === 'door_locked') return 'locked';
  if (refusal === 'too_late_to_join') return 'late';
  if (refusal === 'not_saved') return 'unsaved';
  return refusal === 'unreachable' ? 'unreachable' : 'busy';
}
