import type { Timer } from '../../lan-server/contract/frames.ts';
import { useText } from '../i18n/text.tsx';
import { clockText } from '../ui/clock-text.ts';
import { useCountdown } from '../ui/countdown.ts';
import styles from './TimerRow.module.css';

type TimerRowProps = {
  timer: Timer | null;
  /** When the timer was told, on the clock of performance.now(). */
  at: number;
  /** What the time is for: “Question 4 of 9”. */
  note: string;
};

/** The time that is left, as a figure and a bar; the note alone where there is no limit. */
export function TimerRow({ timer, at, note }: TimerRowProps) {
  const { t } = useText();
  const left = useCountdown(timer?.running ? at + timer.leftMs : null) ?? timer?.leftMs ?? 0;
  if (!timer) return <p className={styles.note}>{note}</p>;
  // The bar runs down by itself from where it stood when the timer was told; only a new frame begins it anew.
  const drain = {
    animationDuration: `${timer.totalMs}ms`,
    animationDelay: `${timer.leftMs - timer.totalMs}ms`,
    animationPlayState: timer.running ? 'running' : 'paused',
  };
  return (
    <div className={styles.row}>
      <b className={styles.clock}>
        {clockText(left)}
        <span className="sr"> {t('student.timer.left')}</span>
      </b>
      <span className={styles.track} aria-hidden="true">
        <span key={at} className={styles.bar} style={drain} />
      </span>
      <span>{timer.running ? note : t('student.timer.paused')}</span>
    </div>
  );
}
