import { useEffect, useRef, useState } from 'react';
import type { ClassroomFrame } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { right } from '../../ui/icons.ts';
import door from '../door.module.css';
import styles from './ClassBoard.module.css';

type ClassBoardProps = {
  board: ClassroomFrame;
  /** Into a lesson, by its code. */
  onEnter: (code: string) => void;
};

/** How often it is said anew how much of a lesson is left, in ms. */
const tellEveryMs = 20_000;

/**
 * What runs in the class and what comes. A lesson that starts while this stands here is entered by itself; one that ran already
 * when the student came is a tap away, so that whoever left it is not pulled in again.
 */
export function ClassBoard({ board, onEnter }: ClassBoardProps) {
  const { t, time } = useText();
  const { live, coming, today } = board;
  const known = useRef<string[] | null>(null);
  useEffect(() => {
    const codes = live.map(({ code }) => code);
    const before = known.current;
    known.current = codes;
    const started = before && codes.find((code) => before.indexOf(code) < 0);
    if (started) onEnter(started);
  }, [live, onEnter]);

  const now = useLaptopNow(board);
  const clock = (day: string, at: string) => time(new Date(`${day}T${at}:00`));

  return (
    <div className={styles.board}>
      <p className={styles.waits} role="status">
        {live.length === 0 && t('board.waits')}
      </p>
      {live.length > 0 && <h2 className={door.label}>{t('board.now')}</h2>}
      <ul className={door.list}>
        {live.map((lesson) => (
          <li key={lesson.code}>
            <button type="button" className={door.lesson} onClick={() => onEnter(lesson.code)}>
              <span className={door.words}>
                {lesson.title || t('student.lesson')}
                <small>{progressWords(lesson)}</small>
              </span>
              <Icon path={right} />
            </button>
          </li>
        ))}
      </ul>
      <h2 className={door.label}>{t('board.coming')}</h2>
      {coming.length === 0 && <p className={styles.none}>{t('board.nothing')}</p>}
      <ul className={styles.coming}>
        {coming.map((one) => (
          <li key={one.id} className={styles.one}>
            <span className={styles.when}>
              {dayWords(one.day)}
              <b>{clock(one.day, one.time)}</b>
            </span>
            <span className={styles.what}>
              {one.cancelled ? (
                <s>{one.title || t('student.lesson')}</s>
              ) : (
                one.title || t('student.lesson')
              )}
              <small>{one.cancelled ? t('board.cancelled') : one.teacher}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );

  function dayWords(day: string): string {
    if (day === today) return t('board.today');
    const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
    if (days === 1) return t('board.tomorrow');
    return t(`board.weekday.${String(new Date(`${day}T12:00:00Z`).getUTCDay()) as '0'}`);
  }

  function progressWords({ status, number, of, endsAt, teacher }: ClassroomFrame['live'][number]) {
    const left = endsAt === null ? 0 : Math.ceil((endsAt - now) / 60_000);
    return [
      teacher,
      status === 'paused' && t('board.paused'),
      number !== null && t('board.question', { number, of }),
      left > 0 && t('board.left', { count: left }),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

/** The laptop's time, ms since 1970, counted on by this phone's own clock. */
function useLaptopNow(board: ClassroomFrame): number {
  const [ticked, setTicked] = useState({ of: board, now: board.now });
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(
      () => setTicked({ of: board, now: board.now + performance.now() - from }),
      tellEveryMs,
    );
    return () => clearInterval(timer);
  }, [board]);
  return ticked.of === board ? ticked.now : board.now;
}
