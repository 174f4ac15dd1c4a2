import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TeacherView } from '../../../../lan-server/contract/frames.ts';
import type { QuestionId, SeatId } from '../../../../lan-server/contract/ids.ts';
import type { Key, Picture, Question } from '../../../../lan-server/questions/index.ts';
import { takesAnswers } from '../../../../lan-server/questions/index.ts';
import { useText } from '../../../i18n/text.tsx';
import type { RosterSeat } from '../../../live/console.ts';
import { Button, Sheet } from '../../../ui/index.ts';
import { QuestionTitle } from '../../answers/QuestionWords.tsx';
import type { SaidInDialog } from '../DialogSaid.tsx';
import { KeySheet } from '../KeySheet.tsx';
import { useNow } from '../now.ts';
import { LivePicture } from '../ResultsSoFar.tsx';
import { PrivateFrame, PrivateSheets } from '../PrivateFrame.tsx';
import { SeatDialog } from '../SeatDialog.tsx';
import { SeatTeam } from '../SeatTeam.tsx';
import { readSeats } from '../seats.ts';
import type { Chosen } from './chosen.ts';
import type { Rows } from '../../../live/matrix.ts';
import { answeredIn, cellAt, quietMinutes } from './rows.ts';
import styles from './WorkColumn.module.css';
import type { Work } from './work-moves.ts';

type WorkColumnProps = {
  /** What the class says besides its answers. */
  voice: ReactNode;
  view: TeacherView;
  work: Work;
  roster: readonly RosterSeat[];
  questions: readonly Question[];
  rows: Rows;
  pictures: ReadonlyMap<QuestionId, Picture>;
  chosen: Chosen;
  locked: string | null;
  /** For the dialog of a seat. */
  failure: SaidInDialog;
  onSetKey: (questionId: QuestionId, key: Key | null) => void;
  onRemove: (seatId: SeatId, mayReturn: boolean) => void;
  onMove: (seatId: SeatId, team: number) => void;
};

/** The question or the student that the teacher looks at while the class works; for the teacher's eyes only. */
export function WorkColumn(props: WorkColumnProps) {
  const { voice, questions, chosen, work } = props;
  const { t } = useText();
  const place = questions.findIndex(({ id }) => id === chosen?.questionId);
  const question = questions[place];
  return (
    <PrivateFrame voice={voice}>
      <PrivateSheets>
        {question && work.standing !== 'ready' ? (
          <ChosenQuestion {...props} question={question} place={place} />
        ) : chosen?.seatId !== undefined ? (
          <ChosenSeat {...props} seatId={chosen.seatId} />
        ) : (
          <p className="soft">{t('console.work.nothingChosen')}</p>
        )}
      </PrivateSheets>
    </PrivateFrame>
  );
}

function ChosenQuestion(props: WorkColumnProps & { question: Question; place: number }) {
  const { view, work, pictures, locked, onSetKey, question, place } = props;
  const { t, rich } = useText();
  const answered = work.answered[place] ?? 0;
  const right = work.right[place] ?? null;
  const picture = pictures.get(question.id);
  return (
    <>
      <Sheet>
        <h3 className={styles.title}>
          {rich(
            'console.plan.thenQuestion',
            { number: place + 1 },
            { text: <QuestionTitle question={question} /> },
          )}
        </h3>
        <p className="small soft tnum">
          {t('console.work.ofClass', { count: answered, of: view.seats })}
          {right !== null &&
            answered > 0 &&
            ` · ${t('console.private.rightCount', { right, answered })}`}
        </p>
      </Sheet>
      <KeySheet
        key={question.id}
        question={question}
        explained={false}
        locked={locked}
        onSetKey={(key) => onSetKey(question.id, key)}
      />
      {answered > 0 && picture && (
        <Sheet>
          <h3 className={`${styles.label ?? ''} label`}>{t('console.private.soFar')}</h3>
          <LivePicture question={question} picture={picture} revealed />
        </Sheet>
      )}
    </>
  );
}

function ChosenSeat(props: WorkColumnProps & { seatId: SeatId }) {
  const { view, roster, questions, rows, locked, failure, onRemove, onMove, seatId } = props;
  const { t } = useText();
  const now = useNow(10_000);
  const [asking, setAsking] = useState(false);
  const seat = readSeats(view.grid, roster).find((one) => one.seatId === seatId);
  if (!seat || seat.state === 'removed')
    return <p className="soft">{t('console.work.nothingChosen')}</p>;
  const row = rows[seat.number - 1];
  const minutes = quietMinutes(row, now);
  const left = questions.flatMap((question, place) =>
    takesAnswers(question) && cellAt(row, place) === 'none' ? [place + 1] : [],
  );
  return (
    <Sheet>
      <h3 className={styles.title}>
        {seat.name ?? t('console.room.student', { number: String(seat.number) })}
      </h3>
      <p>
        {t('console.work.ofQuestions', {
          count: answeredIn(row),
          of: questions.filter(takesAnswers).length,
        })}
      </p>
      {row?.handedIn && <p>{t('console.work.isIn')}</p>}
      {minutes !== null && <p>{t('console.work.quietFor', { minutes })}</p>}
      {left.length > 0 && (
        <p className="soft">{t('console.work.left', { numbers: left.join(', ') })}</p>
      )}
      <div className={styles.more}>
        <Button small onClick={() => setAsking(true)}>
          {t('console.work.seat')}
        </Button>
      </div>
      {asking && (
        <SeatDialog
          seat={seat}
          minutes={null}
          asking={false}
          team={
            view.game?.teams && (
              <SeatTeam
                teams={view.game.teams}
                number={seat.number}
                locked={locked}
                onMove={(team) => onMove(seatId, team)}
              />
            )
          }
          failure={failure}
          locked={locked}
          onClose={() => setAsking(false)}
          onRemove={(mayReturn) => {
            setAsking(false);
            onRemove(seatId, mayReturn);
          }}
        />
      )}
    </Sheet>
  );
}
