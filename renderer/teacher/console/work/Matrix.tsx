import { memo, useMemo } from 'react';
import type { CSSProperties } from 'react';
import type { TeacherView } from '../../../../lan-server/contract/frames.ts';
import type { QuestionId, SeatId } from '../../../../lan-server/contract/ids.ts';
import type { Question } from '../../../../lan-server/questions/index.ts';
import { takesAnswers } from '../../../../lan-server/questions/index.ts';
import { useText } from '../../../i18n/text.tsx';
import type { RosterSeat } from '../../../live/console.ts';
import { classes, Icon, icons } from '../../../ui/index.ts';
import { questionTitle } from '../../answers/question-title.ts';
import { useNow } from '../now.ts';
import { readSeats } from '../seats.ts';
import { Column, HeadEnd } from '../Column.tsx';
import { SimulationLine } from '../Simulation.tsx';
import type { SimulatedClass } from '../simulation.ts';
import { useSize } from '../size.ts';
import styles from './Matrix.module.css';
import type { Row, Rows } from '../../../live/matrix.ts';
import { answeredIn, cellAt, quietMinutes, rowHeight } from './rows.ts';
import type { Chosen } from './chosen.ts';
import type { Work } from './work-moves.ts';

type MatrixProps = {
  view: TeacherView;
  work: Work;
  roster: readonly RosterSeat[];
  questions: readonly Question[];
  rows: Rows;
  chosen: Chosen;
  justRemoved: SeatId | null;
  simulation: SimulatedClass;
  onQuestion: (questionId: QuestionId) => void;
  onSeat: (seatId: SeatId) => void;
  onRestore: (seatId: SeatId) => void;
};

/** Head and foot of the table, px. */
const frameHeight = 24 + 20;

/** Students × questions, filling while they work: who has answered what, who has finished, who may be stuck. */
export function Matrix(props: MatrixProps) {
  const { view, work, roster, questions, rows, chosen, justRemoved, simulation } = props;
  const { onQuestion, onSeat, onRestore } = props;
  const { t, number } = useText();
  const now = useNow(10_000);
  const { ref, height } = useSize();
  const seats = useMemo(() => readSeats(view.grid, roster), [view.grid, roster]);
  const shown = seats.filter(({ state, seatId }) => state !== 'removed' || seatId === justRemoved);
  const open = work.standing === 'open' && view.status === 'live';
  const minutesOf = (place: number, here: boolean) =>
    open && here ? quietMinutes(rows[place], now) : null;
  const quiet = shown.filter(
    ({ number: place, state }) => minutesOf(place - 1, isHere(state)) !== null,
  ).length;
  const asked = questions
    .map((question, place) => ({ question, place }))
    .filter(({ question }) => takesAnswers(question));
  const places = asked.map(({ place }) => place).join(' ');
  const size = { '--row': `${rowHeight(shown.length, height - frameHeight)}px` } as CSSProperties;

  return (
    <Column
      heading={t('console.work.heading')}
      gap="small"
      end={
        <>
          {quiet > 0 && (
            <span className={styles.quiet}>{t('console.work.quiet', { count: quiet })}</span>
          )}
          <HeadEnd>
            {simulation.running || simulation.error ? (
              <SimulationLine simulation={simulation} />
            ) : (
              <span className={styles.key}>
                {(['right', 'part', 'wrong', 'given', 'none'] as const).map((state) => (
                  <span key={state}>
                    <Sign state={state} /> {t(`console.work.cell.${state}`)}
                  </span>
                ))}
              </span>
            )}
          </HeadEnd>
        </>
      }
    >
      <div ref={ref} className={styles.box}>
        <table className={styles.matrix} style={size}>
          <caption className="sr">{t('console.work.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('console.work.student')}</th>
              {asked.map(({ question, place }) => (
                <th key={question.id} scope="col">
                  <button
                    type="button"
                    className={styles.question}
                    aria-pressed={chosen?.questionId === question.id}
                    aria-label={t('console.plan.tile', {
                      number: place + 1,
                      text: questionTitle(question, t),
                    })}
                    title={questionTitle(question, t)}
                    onClick={() => onQuestion(question.id)}
                  >
                    {place + 1}
                  </button>
                </th>
              ))}
              <th scope="col">
                <span className="sr">{t('console.work.done')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((seat) => (
              <MatrixRow
                key={seat.seatId}
                seatId={seat.seatId}
                name={seat.name ?? t('console.room.student', { number: String(seat.number) })}
                row={rows[seat.number - 1]}
                places={places}
                out={seat.state === 'removed' || seat.state === 'asks' ? seat.state : null}
                here={isHere(seat.state)}
                held={seat.state === 'held'}
                minutes={minutesOf(seat.number - 1, isHere(seat.state))}
                chosen={chosen?.seatId === seat.seatId}
                onSeat={onSeat}
                onRestore={onRestore}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('console.work.answered')}</th>
              {asked.map(({ question: { id }, place }) => (
                <td key={id}>{number(work.answered[place] ?? 0)}</td>
              ))}
              <td>{number(work.handedIn)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Column>
  );
}

const isHere = (state: string) => !['offline', 'removed', 'asks'].includes(state);

type MatrixRowProps = {
  seatId: SeatId;
  name: string;
  row: Row | undefined;
  /** Places of the questions that take answers: “0 1 3”. */
  places: string;
  /** Not in the lesson: taken out, or waiting to be let in. */
  out: 'removed' | 'asks' | null;
  here: boolean;
  /** Holds an answer that has not arrived. */
  held: boolean;
  minutes: number | null;
  chosen: boolean;
  onSeat: (seatId: SeatId) => void;
  onRestore: (seatId: SeatId) => void;
};

/** With two hundred students and twenty frames a second only rows that changed may be drawn anew. */
const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { seatId, name, row, places, out, here, held, minutes, chosen, onSeat, onRestore } = props;
  const { t } = useText();
  return (
    <tr className={classes(chosen && styles.chosen, !here && styles.away)}>
      <th scope="row">
        {out ? (
          <button type="button" className={styles.name} onClick={() => onRestore(seatId)}>
            {t(out === 'asks' ? 'console.work.letIn' : 'console.work.undo', { name })}
          </button>
        ) : (
          <button
            type="button"
            className={styles.name}
            aria-pressed={chosen}
            onClick={() => onSeat(seatId)}
          >
            <span className={styles.words}>{name}</span>
            {held && <span className={styles.note}>{t('console.work.held')}</span>}
            {!here && <span className={styles.note}>{t('console.work.offline')}</span>}
            {minutes !== null && (
              <span className={styles.note}>{t('console.room.minutes', { minutes })}</span>
            )}
          </button>
        )}
      </th>
      {places.split(' ').map((at) => {
        const place = Number(at);
        const state = cellAt(row, place);
        return (
          <td key={place}>
            <Sign state={state} />
            <span className="sr">{t(`console.work.cell.${state}`)}</span>
          </td>
        );
      })}
      <td className={styles.end}>
        {row?.handedIn ? (
          <Icon path={icons.stored} size="s" label={t('console.work.isIn')} />
        ) : (
          `${answeredIn(row)}`
        )}
      </td>
    </tr>
  );
});

function Sign({ state }: { state: ReturnType<typeof cellAt> }) {
  return (
    <i className={classes(styles.sign, styles[state])} aria-hidden="true">
      {state === 'wrong' ? '×' : state === 'none' ? '–' : ''}
    </i>
  );
}
