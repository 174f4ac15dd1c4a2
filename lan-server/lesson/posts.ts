import type { SeatId } from '../contract/ids.ts';
import type { PostStanding } from '../contract/qa.ts';

/** What a student asked. */
export type Post = {
  id: string;
  seatId: SeatId;
  text: string;
  /** ms since 1970. */
  at: number;
  standing: PostStanding;
  votes: Set<SeatId>;
};

export type Qa = { posts: Map<string, Post>; onWall: string | null };

export type QaEvent =
  | { type: 'posted'; postId: string; seatId: SeatId; text: string; standing: 'waits' | 'shown' }
  | { type: 'postVoted'; postId: string; seatId: SeatId; on: boolean }
  | { type: 'postSet'; postId: string; standing: PostStanding }
  /** null: the wall is back at the lesson. */
  | { type: 'postShown'; postId: string | null };

/** Before anybody has asked. */
export function noQuestions(): Qa {
  return { posts: new Map(), onWall: null };
}
