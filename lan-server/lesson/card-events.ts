import type { QuestionId, SeatId } from '../contract/ids.ts';
import type { CardStanding } from '../contract/moderation.ts';

/** What the teacher has decided about the answer of one seat. `at`: when it was let through, else when it was decided. */
export type CardMark = { standing: CardStanding; starred: boolean; heading: string; at: number };

/** What the journal knows of a moderated wall. */
export type CardEvent =
  /** The whole standing of a seat's answer in this round. */
  | {
      type: 'cardModerated';
      questionId: QuestionId;
      round: number;
      seatId: SeatId;
      standing: CardStanding;
      starred: boolean;
      heading: string;
    }
  | { type: 'cardsTurned'; questionId: QuestionId; page: number };
