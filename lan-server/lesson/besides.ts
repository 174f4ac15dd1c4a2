import type { Besides, MarkedAnswer } from '../ports.ts';
import { isGame } from './boards.ts';
import { playOf } from './events.ts';
import type { Play } from '../contract/play.ts';
import { markOf } from './moderation.ts';
import { teacherPosts } from './qa.ts';
import { gameResults } from './standings.ts';
import type { LessonState } from './state.ts';
import type { Question } from '../questions/index.ts';

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
