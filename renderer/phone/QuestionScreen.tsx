import type { Answer } from '../../lan-server/questions/index.ts';
import { AskScreen } from './AskScreen.tsx';
import { ClosedScreen } from './ClosedScreen.tsx';
import type { PhoneLink } from './link.ts';
import type { PhoneHead } from './PhoneFrame.tsx';
import { ResultScreen } from './ResultScreen.tsx';
import type { PartScreen } from './screen.ts';
import { screenName } from './screen.ts';
import type { WorkKnown } from './work/items.ts';
import type { WorkActs } from './work/acts.ts';
import { WorkScreen } from './work/WorkScreen.tsx';
import { TeamScreen } from './TeamScreen.tsx';
import { PlaceScreen } from './PlaceScreen.tsx';
import { SentScreen } from './SentScreen.tsx';
import { SlideScreen } from './SlideScreen.tsx';

export type QuestionScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  /** Whose phone it is: each has its own order of shuffled options. */
  seatId: string;
  screen: PartScreen;
  paused: boolean;
  lessonId: string;
  ended: boolean;
  /** What the phone knows of its work at its own speed. */
  work: WorkKnown;
  /** When the view was told, on the clock of performance.now(). */
  at: number;
  acts: {
    /** `sure`: how sure the student is of it, said with the answer that was given. */
    answer: (answer: Answer, sure?: boolean) => void;
    change: () => void;
    chooseTeam: (team: number) => Promise<boolean>;
    keep: () => void;
    tryNow: () => void;
  } & WorkActs;
};

/** The screens that show a question. With all kinds in them they are most of the phone's script, and come after the door. */
export function QuestionScreen(props: QuestionScreenProps) {
  const { head, link, seatId, screen, paused, at, acts } = props;
  const frame = { head, link, onTryNow: acts.tryNow };
  switch (screen.is) {
    case 'team':
      return <TeamScreen head={head} link={link} names={screen.names} onChoose={acts.chooseTeam} />;
    case 'place':
      return <PlaceScreen {...frame} screen={screen} />;
    case 'ask': {
      const { stage, mine, first } = screen;
      return (
        <AskScreen
          // Another question or round begins with empty fields.
          key={screenName(screen)}
          {...{ head, link, seatId, stage, at, mine, first }}
          onAnswer={(answer) => acts.answer(answer)}
          onKeep={acts.keep}
        />
      );
    }
    case 'sent': {
      const { stage, mine, mayChange } = screen;
      return (
        <SentScreen
          {...frame}
          {...{ stage, at, mine, mayChange }}
          onChange={acts.change}
          onSure={(sure) => acts.answer(mine.answer, sure)}
        />
      );
    }
    case 'closed':
      return (
        <ClosedScreen {...frame} {...{ paused, at, stage: screen.stage, mine: screen.mine }} />
      );
    case 'slide':
      return <SlideScreen {...frame} paused={paused} stage={screen.stage} />;
    case 'result': {
      const { stage, mine, result, first } = screen;
      return <ResultScreen {...frame} {...{ paused, stage, mine, result, first }} />;
    }
    case 'work': {
      const { lessonId, ended, work } = props;
      return (
        <WorkScreen
          {...{ head, link, lessonId, at, ended, acts }}
          stage={screen.stage}
          known={work}
        />
      );
    }
    default:
      return screen satisfies never;
  }
}
