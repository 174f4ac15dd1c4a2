import type { ReactNode } from 'react';
import type { TeacherCommand } from '../../../lan-server/contract/commands.ts';
import type { LessonId, QuestionId, SeatId } from '../../../lan-server/contract/ids.ts';
import { isSlide } from '../../../lan-server/contract/slide.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { Key, Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import type { Actions } from './actions.ts';
import { ConfidenceSheet } from './ConfidenceSheet.tsx';
import { CardsSheet } from './cards/CardsSheet.tsx';
import { ComparedSheet } from './ComparedSheet.tsx';
import { KeySheet } from './KeySheet.tsx';
import { PrivateFrame, PrivateSheets } from './PrivateFrame.tsx';
import { ResultsSoFar } from './ResultsSoFar.tsx';
import { TalkSheet } from './TalkSheet.tsx';

type PrivateColumnProps = {
  /** What the class says besides its answers. */
  voice: ReactNode;
  lessonId: LessonId;
  view: TeacherView;
  questions: readonly Question[];
  actions: Actions;
  locked: string | null;
  onSetKey: (questionId: QuestionId, key: Key | null) => void;
  onTalkWithoutTimer: (questionId: QuestionId) => void;
  /** null in an anonymous lesson. */
  nameOf: (seatId: SeatId) => string | null;
  perform: (command: TeacherCommand) => Promise<boolean>;
};

/** Key, note and results of the question on the wall, for the teacher's eyes only. */
export function PrivateColumn(props: PrivateColumnProps) {
  const { voice, lessonId, view, questions, actions, locked, onSetKey, onTalkWithoutTimer } = props;
  const { nameOf, perform } = props;
  const { t } = useText();
  const { current } = view;
  const question = questions.find(({ id }) => id === current?.questionId);
  // Answers that are moderated need the room, and have no key.
  const says = !current?.cards || Boolean(question?.note || question?.explanation);
  return (
    <PrivateFrame voice={voice}>
      {current && question ? (
        <PrivateSheets>
          {says && (
            <KeySheet
              key={question.id}
              question={question}
              explained={current.phase === 'revealed'}
              locked={locked}
              onSetKey={(key) => onSetKey(question.id, key)}
            />
          )}
          {current.phase !== 'fresh' && current.phase !== 'skipped' && !isSlide(current) && (
            <ResultsSoFar
              lessonId={lessonId}
              question={question}
              current={current}
              shown={view.wall.results}
              action={actions.results}
            />
          )}
          {current.cards && (
            <CardsSheet
              key={`${question.id} ${current.round}`}
              lessonId={lessonId}
              current={current}
              cards={current.cards}
              locked={locked}
              nameOf={nameOf}
              perform={perform}
            />
          )}
          <TalkSheet
            current={current}
            action={actions.discuss}
            locked={locked}
            onNoTimer={() => onTalkWithoutTimer(question.id)}
          />
          <ConfidenceSheet current={current} />
          {(current.phase === 'closed' || current.phase === 'revealed') && (
            <ComparedSheet
              question={question}
              current={current}
              shown={view.wall.compare === true}
              action={actions.compare}
            />
          )}
        </PrivateSheets>
      ) : (
        <p className="soft">{t('console.private.noQuestion')}</p>
      )}
    </PrivateFrame>
  );
}
