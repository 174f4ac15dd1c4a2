import type { Board } from '../../lan-server/contract/game.ts';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import { TeamMark } from '../ui/TeamMark.tsx';
import styles from './Podium.module.css';

type Row = Board['rows'][number];

/** Letters that stand in one line at the size of names; longer ones are set smaller, never cut. */
const largeName = 11;
const middleName = 17;

/** Three plinths, put down from the third to the first, and who comes after them. */
export function Podium({ rows }: { rows: readonly Row[] }) {
  const { t, number } = useText();
  const rest = rows.slice(3);
  return (
    <div className={styles.podium}>
      <ol className={styles.plinths}>
        {rows.slice(0, 3).map((row, place) => (
          <li
            key={row.name}
            className={classes(styles.plinth, styles[`place${place}`], styles[`rank${row.rank}`])}
          >
            <div className={styles.who}>
              <b className={sizeOf(row.name)}>
                {row.team !== null && (
                  <>
                    <TeamMark team={row.team} size={56} />{' '}
                  </>
                )}
                {row.name}
              </b>
              <span className={styles.points}>{t('game.board.points', { count: row.points })}</span>
            </div>
            <p className={styles.block}>
              <span className="sr">{t('game.board.rank', { rank: row.rank })}</span>
              <span aria-hidden="true">{row.rank}</span>
            </p>
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <ol className={styles.rest} start={4}>
          {rest.map((row) => (
            <li key={row.name}>
              <span className={styles.soft}>{row.rank}</span>
              <span className={styles.name}>
                {row.team !== null && (
                  <>
                    <TeamMark team={row.team} size={32} />{' '}
                  </>
                )}
                {row.name}
              </span>
              <span>{number(row.points)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function sizeOf(name: string): string | undefined {
  const letters = Array.from(name).length;
  if (letters <= largeName) return styles.large;
  return letters <= middleName ? styles.middle : styles.small;
}
