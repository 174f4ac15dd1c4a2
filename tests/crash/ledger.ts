import type { TeacherCommand } from '../../lan-server/contract/commands.ts';
import type { Answer } from '../../lan-server/questions/index.ts';

/** An answer that a student was told is on disk, since `at` (ms since 1970). */
export type Ticked = {
  seatId: string;
  commandId: string;
  questionId: string;
  round: number;
  answer: Answer;
  at: number;
};

/**
 * What the class was told, kept outside the program: the promise that every restart has to keep.
 */
export type Ledger = {
  answers: Ticked[];
  /** Commands that were refused for good: none of them may turn up later. */
  refused: Set<string>;
  /** Seats by the device's token. */
  seats: Map<string, string>;
  teacher: { command: TeacherCommand; at: number }[];
  /** What must not happen and did, in words. */
  wrong: string[];
};

export function emptyLedger(): Ledger {
  return { answers: [], refused: new Set(), seats: new Map(), teacher: [], wrong: [] };
}
