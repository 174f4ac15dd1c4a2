import { useState } from 'react';
import type { Results } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { classes, Icon, icons, Sheet } from '../../ui/index.ts';
import { cellOf, sortStudents } from './cells.ts';
import type { Sorting } from './cells.ts';
import { wasAsked } from './figures.ts';
import type { ItemResult, StudentResult } from './figures.ts';
import styles from './Matrix.module.css';
import { MatrixKey } from './MatrixKey.tsx';

type MatrixProps = {
  questions: readonly ItemResult[];
  students: readonly StudentResult[];
  /** Places of the questions to teach again. */
  reteach: readonly number[];
  /** Where the lesson was played for points, places or in teams. */
  game: Results['game'];
  /** At one's own speed: who has handed in. */
  handedIn: Results['handedIn'];
  onShow: (place: number) => void;
};

/** Who answered what: a line a student, a column a question that was asked. */
export function Matrix({ questions, students, reteach, game, handedIn, onShow }: MatrixProps) {
  const { t, number, language, time } = useText();
  const [sorting, setSorting] = useState<Sorting>('points');
  const places = questions.flatMap((item, place) => (wasAsked(item) ? [place] : []));
  const hot = new Set(reteach);
  const inAt = new Map(handedIn?.map(({ seatId, at }) => [seatId, at]));
  const played = new Map(game?.students.map((student) => [student.seatId, student]));

  const head = (by: Sorting, words: string) => (
    <th
      scope="col"
      aria-sort={sorting === by ? (by === 'name' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" className={styles.sort} onClick={() => setSorting(by)}>
        {words}
        <Icon
          path={icons.down}
          size="s"
          className={classes(styles.arrow, sorting !== by && styles.hidden)}
        />
      </button>
    </th>
  );

  return (
    <Sheet pad="none" className={styles.sheet}>
      <div
        className={styles.scroll}
        role="region"
        aria-label={t('results.matrix.caption')}
        // Reachable by keyboard, so that a wide class can be scrolled without a mouse.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className={styles.matrix}>
          <caption className="sr">{t('results.matrix.caption')}</caption>
          <thead>
            <tr>
              {head('name', t('results.matrix.student'))}
              {places.map((place) => (
                <th key={place} scope="col" className={classes(hot.has(place) && styles.hot)}>
                  <button
                    type="button"
                    className={styles.question}
                    aria-haspopup="dialog"
                    aria-label={t('results.matrix.questionHead', { number: place + 1 })}
                    onClick={() => onShow(place)}
                  >
                    {place + 1}
                  </button>
                </th>
              ))}
              {head('points', t('results.matrix.points'))}
              {handedIn && <th scope="col">{t('results.matrix.handedIn')}</th>}
              {game && <th scope="col">{t('game.results.points')}</th>}
              {game && <th scope="col">{t('game.results.rank')}</th>}
              {game?.teams && <th scope="col">{t('game.results.team')}</th>}
            </tr>
          </thead>
          <tbody>
            {sortStudents(students, sorting, language).map((student) => (
              <tr key={student.seatId} className={classes(student.removed && styles.removed)}>
                <th scope="row">
                  {student.name ?? t('results.matrix.unnamed', { number: String(student.number) })}
                  {student.removed && ` (${t('results.matrix.removed')})`}
                </th>
                {places.map((place) => (
                  <MatrixCell key={place} answer={student.answers[place]} hot={hot.has(place)} />
                ))}
                <td>{number(student.points, { maximumFractionDigits: 2 })}</td>
                {handedIn && (
                  <td>{inAt.has(student.seatId) ? time(inAt.get(student.seatId) ?? 0) : '–'}</td>
                )}
                {game && (
                  <PlayedCells played={played.get(student.seatId)} teams={game.teams !== null} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MatrixKey
        reteach={reteach.length > 0}
        unkeyed={questions.some(isUnkeyed)}
        late={students.some(({ answers }) => answers.some(isLate))}
      />
    </Sheet>
  );
}

type Played = NonNullable<Results['game']>['students'][number];

function PlayedCells({ played, teams }: { played: Played | undefined; teams: boolean }) {
  const { number } = useText();
  return (
    <>
      <td>{played && number(played.points, { maximumFractionDigits: 2 })}</td>
      <td>{played?.rank}</td>
      {teams && <td>{played?.team}</td>}
    </>
  );
}

const isLate = (answer: StudentResult['answers'][number] | undefined) =>
  (answer?.lateMs ?? null) !== null;

const isUnkeyed = ({ right, answered }: ItemResult) => right === null && answered > 0;

function MatrixCell({
  answer,
  hot,
}: {
  answer: StudentResult['answers'][number] | undefined;
  hot: boolean;
}) {
  const { t } = useText();
  const cell = cellOf(answer);
  const late = isLate(answer);
  const className = classes(styles[cell.is], hot && styles.hot, late && styles.late);
  const lateWords = late && <span className="sr">, {t('results.matrix.late')}</span>;
  switch (cell.is) {
    case 'right':
    case 'given':
      return (
        <td className={className}>
          <span className={styles.square} />
          <span className="sr">{t(`results.matrix.${cell.is}`)}</span>
          {lateWords}
        </td>
      );
    case 'wrong':
      return (
        <td className={className}>
          <span aria-hidden="true">{cell.letter ?? '×'}</span>
          <span className="sr">
            {cell.letter
              ? t('results.matrix.cellWrong', { letter: cell.letter })
              : t('results.matrix.wrong')}
          </span>
          {lateWords}
        </td>
      );
    case 'none':
      return (
        <td className={className}>
          <span aria-hidden="true">–</span>
          <span className="sr">{t('results.matrix.none')}</span>
        </td>
      );
    default:
      return cell satisfies never;
  }
}
