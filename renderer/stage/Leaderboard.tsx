import type { Board } from '../../lan-server/contract/game.ts';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { arrowDown, arrowUp } from '../ui/icons.ts';
import { TeamMark } from '../ui/TeamMark.tsx';
import styles from './Leaderboard.module.css';

type Row = Board['rows'][number];

/** The first few, each sliding from its last place to the new one. */
export function Leaderboard({ rows }: { rows: readonly Row[] }) {
  const { number } = useText();
  return (
    <ol className={styles.rows}>
      {rows.map((row, at) => (
        <li
          // Names are told apart by the program; another board starts its own motion.
          key={row.name}
          className={classes(styles.row, row.rank === 1 && styles.first)}
          style={{ '--from': comesFrom(row, at, rows.length) } as React.CSSProperties}
        >
          <span className={styles.rank}>{row.rank}</span>
          <span className={styles.name}>
            {row.team !== null && <TeamMark team={row.team} size={56} />}
            <b>{row.name}</b>
          </span>
          <Movement row={row} />
          <span className={styles.points}>{number(row.points)}</span>
        </li>
      ))}
    </ol>
  );
}

/** How many rows below its place a row begins: where it stood, or, for who climbed from further down, right below the last. */
function comesFrom({ before, rank }: Row, at: number, rows: number): number {
  if (before === null || before === rank) return 0;
  return Math.max(-at, Math.min(rows - at, before - rank));
}

function Movement({ row: { rank, before } }: { row: Row }) {
  const { t, number } = useText();
  if (before === null || before === rank) return <span />;
  const by = Math.abs(before - rank);
  const rises = before > rank;
  return (
    <span className={styles.movement}>
      <Icon path={rises ? arrowUp : arrowDown} size="l" />
      <span aria-hidden="true">{number(by)}</span>
      <span className="sr">{t(rises ? 'game.board.up' : 'game.board.down', { count: by })}</span>
    </span>
  );
}
