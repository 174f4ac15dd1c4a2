import type { Answer } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { sendsBy } from '../../questions/inputs.ts';
import { AskScreen } from '../AskScreen.tsx';
import type { PhoneLink } from '../link.ts';
import type { PhoneHead } from '../PhoneFrame.tsx';
import { ResultScreen } from '../ResultScreen.tsx';
import { SlideScreen } from '../SlideScreen.tsx';
import { SentScreen } from '../SentScreen.tsx';
import type { WorkItem, WorkKnown, WorkStage } from './items.ts';
import { isToRead, pointsIn } from './items.ts';
import { WorkNav } from './WorkNav.tsx';

type WorkQuestionProps = {
  head: PhoneHead;
  link: PhoneLink;
  stage: WorkStage;
  at: number;
  items: readonly WorkItem[];
  item: WorkItem;
  known: WorkKnown;
  /** Answers can be given. */
  open: boolean;
  onAnswer: (answer: Answer) => void;
  onTryNow: () => void;
  /** To a question by its number; 0: to the overview. */
  onGo: (number: number) => void;
};

/** One question of the work: to be answered, answered for good, or with its result. */
export function WorkQuestion(props: WorkQuestionProps) {
  const { head, link, stage, at, items, item, known, open, onAnswer, onTryNow, onGo } = props;
  const { t } = useText();
  const { question, number, of, round, mine, shown, result } = item;
  const final = stage.feedback === 'now' || !known.changes;
  const asked = { number, of, round, question };
  const frame = { head, link, onTryNow };
  const next = number === of ? 0 : number + 1;

  /** What stands in the fields goes along, unless it is what was answered already. */
  function keep(answer: Answer | null) {
    if (final || answer === null) return;
    if (mine === null || JSON.stringify(answer) !== JSON.stringify(mine.answer)) onAnswer(answer);
  }

  const nav = (draft: Answer | null, missing = false) => (
    <WorkNav
      {...{ stage, at, item, link, known, missing }}
      first={number === 1}
      answered={isToRead(item) || mine !== null || (!final && draft !== null)}
      send={final && open && mine === null && !isToRead(item) ? sendWords(stage) : null}
      onGo={(to) => {
        keep(draft);
        onGo(to);
      }}
      next={next}
    />
  );

  if (isToRead(item))
    return <SlideScreen {...frame} paused={false} stage={{ question }} tray={nav(null)} />;
  if (shown) {
    return (
      <ResultScreen
        {...frame}
        paused={false}
        first={null}
        stage={{ ...asked, ...shown, picture: null }}
        mine={mine}
        result={result && { ...result, questionId: question.id, round, total: pointsIn(items) }}
        tray={nav(null)}
      />
    );
  }
  if (mine && final) {
    return (
      <SentScreen
        {...frame}
        stage={{ at: 'open', ...asked, timer: stage.timer }}
        at={at}
        mine={mine}
        mayChange={false}
        onChange={() => undefined}
        tray={nav(null)}
      />
    );
  }
  return (
    <AskScreen
      {...{ head, link, at }}
      seatId={known.seat.seatId}
      first={null}
      stage={{ at: 'open', ...asked, timer: stage.timer }}
      mine={mine}
      confirm={final}
      onAnswer={(answer) => {
        onAnswer(answer);
        if (!final && sendsBy(question) === 'button') onGo(next);
      }}
      onKeep={() => undefined}
      tray={nav}
    />
  );

  function sendWords({ feedback }: WorkStage): string {
    return t(feedback === 'now' ? 'student.work.check' : 'student.question.send');
  }
}
