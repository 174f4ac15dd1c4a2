import type { QuestionId, SeatId } from '../../../../lan-server/contract/ids.ts';

/** What the teacher looks at beside the matrix: one question or one student. */
export type Chosen =
  | { questionId: QuestionId; seatId?: undefined }
  | { seatId: SeatId; questionId?: undefined }
  | null;
