import type { ComparedVotes } from '../../lan-server/contract/comparison.ts';
import type { Key, Picture, PublicQuestion } from '../../lan-server/questions/index.ts';
import { useText } from '../i18n/text.tsx';
import { countWords } from '../options/count-words.ts';
import { answerArea } from '../questions/lives.ts';
import { Mark } from '../ui/Mark.tsx';
import { letterAt } from '../ui/shapes.ts';
import { movedRows } from './moves-between.ts';
import styles from './VotesTable.module.css';

type VotesTableProps = {
  question: PublicQuestion;
  /** Of the last vote: its picture, who answered, and who was right (null: no key). */
  picture: Picture;
  answered: number;
  right: number | null;
  revealedKey: Key | null;
  compared: ComparedVotes;
  heads: { before: string; now: string };
};

/** Two votes in figures: how many were right each time, and for kinds with options each option and who came to it. */
export function VotesTable(props: VotesTableProps) {
  const { question, picture, answered, right, revealedKey, compared, heads } = props;
  const text = useText();
  const { t, number } = text;
  const { options } = answerArea(question);
  const said = (count: number, total: number) => {
    const words = countWords(count, total, text);
    return words.percent === null ? words.count : `${words.count} · ${words.percent}`;
  };
  const rows =
    compared.flow && options
      ? movedRows(
          options({ question, picture: compared.picture, revealedKey }, t),
          options({ question, picture, revealedKey }, t),
          compared.flow,
        )
      : [];
  return (
    <table className={styles.votes}>
      <thead>
        <tr>
          <td>{'\u00a0'}</td>
          <th scope="col">{heads.before}</th>
          <th scope="col">{heads.now}</th>
          {rows.length > 0 && <th scope="col">{t('projector.compare.moves')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.letter}>
            <th scope="row">
              <Mark letter={row.letter} size={22} keyed={row.keyed} />
            </th>
            <td>{number(row.before)}</td>
            <td>
              <b>{number(row.count)}</b>
            </td>
            <td className={styles.moves}>
              {row.stayed > 0 && (
                <span>{t('projector.compare.stayed', { count: row.stayed })}</span>
              )}
              {row.came.length > 0 && (
                <span className={styles.came}>
                  <span aria-hidden="true">+</span>
                  <span className="sr">{t('projector.compare.from')}</span>
                  {row.came.map(({ from, count }) => (
                    <span key={from} className={styles.way}>
                      <Mark letter={letterAt(from)} size={22} />
                      {number(count)}
                    </span>
                  ))}
                </span>
              )}
            </td>
          </tr>
        ))}
        {right !== null && compared.right !== null && (
          <tr>
            <th scope="row">{t('projector.compare.right')}</th>
            <td>{said(compared.right, compared.answered)}</td>
            <td>
              <b>{said(right, answered)}</b>
            </td>
            {rows.length > 0 && <td>{'\u00a0'}</td>}
          </tr>
        )}
        <tr>
          <th scope="row">{t('projector.compare.answered')}</th>
          <td>{number(compared.answered)}</td>
          <td>{number(answered)}</td>
          {rows.length > 0 && (
            <td className={styles.moves}>
              {t('projector.compare.both', { count: compared.both })}
            </td>
          )}
        </tr>
      </tbody>
    </table>
  );
}
