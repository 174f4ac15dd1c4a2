import type { GameResults } from '../contract/game.ts';
import type { QuestionId, SeatId } from '../contract/ids.ts';
import type { CardStanding } from '../contract/moderation.ts';
import type { TeacherPost } from '../contract/qa.ts';
import { isGame } from './boards.ts';
import { playOf } from './events.ts';
import type { Play } from '../contract/play.ts';
import { markOf } from './moderation.ts';
import { teacherPosts } from './qa.ts';
import { gameResults } from './standings.ts';
import type { LessonState } from './state.ts';
import type { Question } from '../questions/index.ts';

/** How the teacher left an answer to the last round of an open question. */
export type MarkedAnswer = {
  questionId: QuestionId;
  seatId: SeatId;
  standing: CardStanding;
  starred: boolean;
  /** '' = none. */
  heading: string;
};

/** What a lesson's journal tells besides answers. */
export type Besides = {
  /** Points, places and teams, where they were played for. */
  game?: GameResults;
  /** At one's own speed: who has handed in, and when (ms since 1970). */
  handedIn?: ReadonlyMap<SeatId, number>;
  marked?: readonly MarkedAnswer[];
  /** What the class asked, where it could; nobody's name is with it. */
  posts?: readonly TeacherPost[];
};

/** Whether a lesson's journal tells its results more than answers: then it has to be read for them. */
export function tellsMore(play: Play, questions: readonly Question[]): boolean {
  return (
    isGame(play) ||
    play.pacing === 'self' ||
    play.qa !== 'off' ||
    questions.some(({ kind }) => kind === 'opentext')
  );
}

/** What a lesson brought besides answers, for the teacher alone; what it was played without is left out. */
export function besides(state: LessonState): Besides {
  const game = gameResults(state);
  const marked = markedAnswers(state);
  return {
    ...(game && { game }),
    ...(state.work && { handedIn: new Map(state.work.handedIn) }),
    ...(marked.length > 0 && { marked }),
    ...(playOf(state.settings).qa !== 'off' && { posts: teacherPosts(state) }),
  };
}

function markedAnswers(state: LessonState): MarkedAnswer[] {
  return [...state.asked.values()].flatMap((asked) =>
    asked.question.kind === 'opentext'
      ? [...asked.answers].flatMap(([seatId, { at }]) => {
          if (state.seats.get(seatId)?.removed) return [];
          const { standing, starred, heading } = markOf(asked, seatId, at);
          return [{ questionId: asked.question.id, seatId, standing, starred, heading }];
        })
      : [],
  );
}
