import type { ReactNode } from 'react';
import type { OwnGame } from '../../lan-server/contract/game.ts';
import type { SeatView, StudentView } from '../../lan-server/contract/frames.ts';
import { seatCode } from '../../lan-server/contract/seat-code.ts';
import type { Answer } from '../../lan-server/questions/index.ts';
import { useText } from '../i18n/text.tsx';
import type { TextApi } from '../i18n/text.tsx';
import type { LessonPart } from './lesson-part.ts';
import type { PhoneLink } from './link.ts';
import { PhoneButton } from './PhoneButton.tsx';
import { PlainScreen } from './PlainScreen.tsx';
import type { Screen } from './screen.ts';
import type { WorkKnown } from './work/items.ts';
import type { WorkActs } from './work/acts.ts';

/** What a student can do in a lesson. */
export type PhoneActs = {
  answer: (answer: Answer, sure?: boolean) => void;
  change: () => void;
  chooseTeam: (team: number) => Promise<boolean>;
  keep: () => void;
  tryNow: () => void;
  leave: () => void;
  openSeat: () => void;
  /** Loads the whole page again. */
  reload: () => void;
} & WorkActs;

type PhoneLessonProps = {
  view: StudentView;
  seat: SeatView;
  screen: Screen;
  /** The screens that show a question, once they are there. */
  part: LessonPart;
  /** When the view was told, on the clock of performance.now(). */
  at: number;
  link: PhoneLink;
  /** What has to be known first, whatever the screen shows. */
  notice?: ReactNode;
  /** What a student can say while there is nothing to answer. */
  talk?: ReactNode;
  /** What the phone knows of its work at its own speed. */
  work: WorkKnown;
  acts: PhoneActs;
};

/** The phone during a lesson, drawn from views alone; it knows of no connection, so that the editor can show it too. */
export function PhoneLesson(props: PhoneLessonProps) {
  const { view, seat, screen, part, at, link, notice, talk, work, acts } = props;
  const { t } = useText();
  const { title } = view.lesson;
  const quiet = ['lobby', 'paused', 'ready', 'sent', 'closed', 'result'].includes(screen.is);
  const head = { title, name: seat.name, onSeat: acts.openSeat, notice, talk: quiet && talk };
  const paused = view.status === 'paused';
  const frame = { head, link, onTryNow: acts.tryNow };
  const named = seat.name === null ? 'unnamed' : 'named';
  const name = { name: seat.name ?? '' };

  switch (screen.is) {
    case 'removed':
      return (
        <PlainScreen
          {...frame}
          title={t('student.removed.title')}
          text={t('student.removed.text')}
          acts={
            <>
              <PhoneButton onClick={acts.tryNow}>{t('student.removed.again')}</PhoneButton>
              <PhoneButton look="quiet" onClick={acts.leave}>
                {t('student.leave')}
              </PhoneButton>
            </>
          }
        />
      );
    case 'waits':
      return (
        <PlainScreen
          {...frame}
          title={t(`student.waits.${named}`, name)}
          text={t('student.waits.text')}
          now={t('student.waits.next')}
        />
      );
    case 'ended':
      return (
        <PlainScreen
          {...frame}
          title={t(`student.ended.${named}`, name)}
          {...(view.board === 'podium' && seat.game?.place && { note: placeWords(seat.game, t) })}
          text={
            seat.points === 0
              ? t('student.ended.text')
              : t('student.ended.points', { count: seat.points })
          }
          acts={
            <PhoneButton look="bordered" onClick={acts.leave}>
              {t('student.ended.other')}
            </PhoneButton>
          }
        />
      );
    case 'lobby':
      return (
        <PlainScreen
          {...frame}
          title={t(`student.lobby.${named}`, name)}
          text={
            seat.game?.team
              ? `${t('student.game.team', { name: seat.game.team.name })} ${t('student.lobby.text')}`
              : t('student.lobby.text')
          }
          note={t('student.seat.code', { seat: seatCode(seat.seatId) })}
          now={t('student.lobby.next')}
        />
      );
    case 'paused':
      return (
        <PlainScreen
          {...frame}
          title={t('student.paused.title')}
          text={t('student.paused.text')}
          now={t('student.paused.next')}
        />
      );
    case 'ready':
      return (
        <PlainScreen
          {...frame}
          title={t('student.ready.title', { number: screen.number })}
          text={t('student.ready.text')}
          now={t('student.ready.next')}
        />
      );
    case 'team':
    case 'place':
    case 'ask':
    case 'sent':
    case 'closed':
    case 'slide':
    case 'result':
    case 'work':
      return part.is === 'here' ? (
        <part.QuestionScreen
          {...{ head, link, screen, paused, at, work, acts }}
          seatId={seat.seatId}
          lessonId={view.lesson.id}
          ended={view.status === 'ended'}
        />
      ) : (
        <PlainScreen
          {...frame}
          title={t('student.part.title')}
          text={t(part.is === 'failing' ? 'student.part.failing' : 'student.part.text')}
          acts={
            part.is === 'failing' ? (
              <PhoneButton look="bordered" onClick={acts.reload}>
                {t('student.part.reload')}
              </PhoneButton>
            ) : undefined
          }
          now={t('student.part.now')}
        />
      );
    default:
      return screen satisfies never;
  }
}

/** Where one came out: alone, or with the team. */
function placeWords({ team, place }: OwnGame, t: TextApi['t']): string {
  if (!place) return '';
  const { rank, of } = place;
  return team
    ? t('student.game.teamPlace', { name: team.name, rank, of })
    : t('student.game.place', { rank, of });
}
