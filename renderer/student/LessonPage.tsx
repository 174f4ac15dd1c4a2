import { useState } from 'react';
import type { SeatView } from '../../lan-server/contract/frames.ts';
import { seatCode } from '../../lan-server/contract/seat-code.ts';
import { useText } from '../i18n/text.tsx';
import type { SeatSession, Session } from '../live/seat-session.ts';
import type { LiveState } from '../live/store.ts';
import { wayBackUrl } from '../live/way-back.ts';
import type { Away } from '../phone/link.ts';
import { PhoneButton } from '../phone/PhoneButton.tsx';
import type { LessonPart } from '../phone/lesson-part.ts';
import { PhoneLesson } from '../phone/PhoneLesson.tsx';
import { PlainScreen } from '../phone/PlainScreen.tsx';
import { needsPart, screenName, screenOf } from '../phone/screen.ts';
import { Fresh } from './Fresh.tsx';
import { LateNotice } from './LateNotice.tsx';
import { phoneLink } from './link-word.ts';
import { SeatPage } from './SeatPage.tsx';
import { Spoken } from './Spoken.tsx';

/** A session in which this device holds a seat. */
export type Seated = Session & { live: LiveState & { seat: SeatView } };

type LessonPageProps = {
  now: Seated;
  session: SeatSession;
  part: LessonPart;
  onLeave: () => void;
  /** Another student takes this device over. */
  onSomebodyElse: () => void;
};

/** The lesson, once a seat is taken. */
export function LessonPage({ now, session, part, onLeave, onSomebodyElse }: LessonPageProps) {
  const { t } = useText();
  const { live, pending, unsent, failing, refused } = now;
  const { view, seat } = live;
  const code = seatCode(seat.seatId);
  const link = { ...phoneLink(now.link), away: awayOf(now, code) };
  // Both are about one screen and end by themselves when the lesson moves on.
  const [editing, setEditing] = useState<string | null>(null);
  const [seatOpenAt, setSeatOpenAt] = useState<string | null>(null);
  const [qaOpenAt, setQaOpenAt] = useState<string | null>(null);
  const [question, setQuestion] = useState('');

  const place = stageName(live);
  const mine = pending && { ...pending, stuck: failing || link.is === 'offline' };
  const screen = screenOf(view, seat, mine, editing === place);
  const seatOpen = seatOpenAt === place;
  const gone = now.link.is === 'refused';
  const waiting = needsPart(screen) && part.is !== 'here';
  const qaOpen = qaOpenAt === place && view.talk?.qa === true && view.status !== 'ended';
  const shown = gone
    ? 'gone'
    : seatOpen
      ? 'seat'
      : qaOpen
        ? 'qa'
        : waiting
          ? 'waiting'
          : screenName(screen);

  function draw() {
    if (gone) {
      return (
        <PlainScreen
          head={{ title: view.lesson.title, name: seat.name }}
          link={link}
          title={t('student.door.ended')}
          text={t(unsent > 0 ? 'student.door.lost' : 'student.ended.text')}
          acts={
            <PhoneButton look="bordered" onClick={onLeave}>
              {t('student.ended.other')}
            </PhoneButton>
          }
          onTryNow={session.tryNow}
        />
      );
    }
    if (seatOpen) {
      return (
        <SeatPage
          title={view.lesson.title}
          name={seat.name}
          code={code}
          unsent={unsent > 0}
          link={link}
          onBack={() => setSeatOpenAt(null)}
          onLeave={onLeave}
          onSomebodyElse={onSomebodyElse}
        />
      );
    }
    if (qaOpen && part.is === 'here') {
      return (
        <part.QaScreen
          head={{ title: view.lesson.title, name: seat.name }}
          link={link}
          say={session.say}
          draft={question}
          onDraft={setQuestion}
          onBack={() => setQaOpenAt(null)}
        />
      );
    }
    return (
      <PhoneLesson
        view={view}
        seat={seat}
        screen={screen}
        part={part}
        at={live.viewAt}
        link={link}
        notice={refused && <LateNotice refused={refused} onSeen={session.dismissRefused} />}
        talk={
          view.talk &&
          part.is === 'here' && (
            <part.TalkBar talk={view.talk} say={session.say} onQa={() => setQaOpenAt(place)} />
          )
        }
        work={{
          seat,
          paper: live.paper ?? null,
          kept: now.kept,
          stuck: failing || link.is === 'offline',
          handing: now.handing,
          changes: view.changes,
        }}
        acts={{
          answer(answer, sure) {
            if (!('question' in view.stage)) return;
            const { question, round, number } = view.stage;
            const said = sure === undefined ? {} : { sure };
            session.answer({ questionId: question.id, round, number, answer, ...said });
            setEditing(null);
          },
          answerTo({ question, round, number }, answer) {
            session.answer({ questionId: question.id, round, number, answer });
          },
          handIn: () => session.hand('handIn'),
          takeBack: () => session.hand('takeBack'),
          change: () => setEditing(place),
          keep: () => setEditing(null),
          chooseTeam: session.chooseTeam,
          tryNow: screen.is === 'removed' ? session.wake : session.tryNow,
          leave: onLeave,
          openSeat: () => setSeatOpenAt(place),
          reload: () => location.reload(),
        }}
      />
    );
  }

  return (
    <>
      {/* First, so that it does not lie below the tray and make the page scroll by a pixel. */}
      <Spoken screen={screen} link={link} at={live.viewAt} />
      <Fresh key={shown}>{draw()}</Fresh>
    </>
  );
}

/** Names where the lesson is, so that what was begun there ends when it moves on. */
function stageName({ view, seat }: { view: LiveState['view']; seat: SeatView }): string {
  const { stage, status } = view;
  const question = 'question' in stage ? [stage.question.id, stage.round] : [];
  return [stage.at, status, seat.removed, ...question].join(' ');
}

/** Shorter breaks mend by themselves, and a hint at each would only alarm. */
const patienceMs = 8000;

function awayOf({ link, live, kept }: Seated, seat: string): Away | null {
  if (link.is !== 'offline' || Date.now() - link.since < patienceMs) return null;
  const { lanName: name, view } = live;
  if (name === undefined || name === location.host) return { seat, elsewhere: null };
  const brought = { seat, id: live.seat.seatId, name: live.seat.name, kept: [...kept] };
  return { seat, elsewhere: { name, url: wayBackUrl(name, view.lesson.code, brought) } };
}
