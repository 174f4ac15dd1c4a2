import type { MatrixFrame, PicturesFrame } from '../contract/work.ts';
import type { QuestionId, SeatId } from '../contract/ids.ts';
import type { LessonState } from '../lesson/state.ts';
import { picturesOf } from '../lesson/views/console.ts';
import { matrixRows } from '../lesson/views/matrix.ts';
import type { Log } from '../log.ts';
import type { Audiences } from './audiences.ts';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import { coalesce } from './coalesce.ts';
import type { Timers } from './coalesce.ts';

/** Thirty questions' pictures are not needed more often than a person can look from one to another. */
const picturesEveryMs = 1000;

/** What the console gets beside its frames in a lesson at one's own speed: students × questions, and a picture of each question. */
export type Board = {
  /** Remembers whose row has changed. */
  note(changes: Changes): void;
  /** Sends the rows that have changed since the last time. */
  show(): void;
  /** All of it, for a console that connects; null in a lesson that the teacher paces, or before the work. */
  whole(): { matrix: MatrixFrame; pictures: PicturesFrame } | null;
  stop(): void;
};

/** An answer costs the console one row and, a second later at most, one picture, whatever the size of the class. */
export function createBoard(deps: {
  state: () => LessonState;
  audiences: Pick<Audiences, 'matrix' | 'pictures'>;
  next: () => number;
  /** Memory is what the disk holds. */
  isTrusted: () => boolean;
  clock: Clock;
  timers: Timers;
  log: Log;
}): Board {
  const { state, audiences, next, clock } = deps;
  let rows = new Set<SeatId>();
  let all = false;
  /** What was last shown of each question: its round's counts, told apart by the number of changes. */
  let shown = new Map<QuestionId, string>();

  const matrix = (seatIds: Iterable<SeatId> | null): MatrixFrame => ({
    seq: next(),
    whole: seatIds === null,
    rows: matrixRows(state(), seatIds, clock.now()),
  });

  const pictures = coalesce(
    () => {
      if (!deps.isTrusted() || state().work === null) return;
      try {
        const changed = picturesOf(state(), () => true).filter(({ questionId, picture }) => {
          const drawn = JSON.stringify(picture);
          if (shown.get(questionId) === drawn) return false;
          shown.set(questionId, drawn);
          return true;
        });
        if (changed.length > 0) audiences.pictures({ seq: next(), pictures: changed });
      } catch (error) {
        // It may run by a timer, where a throw would end the program.
        deps.log.error({ error }, 'The console could not be shown the questions.');
      }
    },
    picturesEveryMs,
    deps.timers,
  );

  return {
    note(changes) {
      for (const seatId of changes.rows) rows.add(seatId);
      if (changes.paper || changes.everySeat || changes.plan) all = true;
      if (changes.seats.size > 0) for (const seatId of changes.seats) rows.add(seatId);
    },
    show() {
      const changed = all ? null : rows;
      rows = new Set();
      all = false;
      if (state().work === null || changed?.size === 0) return;
      audiences.matrix(matrix(changed));
      pictures.ask();
    },
    whole() {
      if (state().work === null) return null;
      const pictured = { seq: next(), pictures: picturesOf(state(), () => true) };
      return { matrix: matrix(null), pictures: pictured };
    },
    stop: () => pictures.stop(),
  };
}
