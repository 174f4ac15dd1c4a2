import type { Board } from '../../lan-server/contract/game.ts';
import { useText } from '../i18n/text.tsx';
import styles from './BoardScreen.module.css';
import { Leaderboard } from './Leaderboard.tsx';
import { Podium } from './Podium.tsx';

/** Who leads, between two questions or at the end. */
export function BoardScreen({ board }: { board: Board }) {
  const { t } = useText();
  return (
    <div className={styles.board} data-board={board.is}>
      <div className={styles.head}>
        <h1 className={styles.title}>{t('game.board.after', { count: board.after })}</h1>
        <p className={styles.rule}>{t(`game.board.${board.scoring}`)}</p>
      </div>
      {board.rows.length === 0 && <p className={styles.none}>{t('game.board.none')}</p>}
      {board.is === 'podium' ? <Podium rows={board.rows} /> : <Leaderboard rows={board.rows} />}
    </div>
  );
}
