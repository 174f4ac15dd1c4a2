import type { TeacherCommand } from '../contract/commands.ts';
import type { BoardKind } from '../contract/game.ts';
import { reject } from '../contract/rejections.ts';
import type { Decision } from './commands.ts';
import type { LessonEvent } from './events.ts';
import { boardOf } from './game.ts';
import type { LessonState } from './state.ts';
import { currentAsked } from './state.ts';

/** What the teacher puts on the wall beside the question or instead of it. */

/** Blanks the wall, shows the way in, results, a light ground, the votes side by side; what is not said stays as it is. */
export function setWall(
  { wall }: LessonState,
  { blank, join, results, light, compare }: Extract<TeacherCommand, { type: 'setWall' }>['wall'],
): LessonEvent[] {
  return [
    {
      type: 'wallSet',
      wall: {
        blank: blank ?? wall.blank,
        join: join ?? wall.join,
        results: results ?? wall.results,
        light: light ?? wall.light,
        compare: compare ?? wall.compare ?? false,
      },
    },
  ];
}

/** Shows who leads instead of the question, while none is open. */
export function showBoard(state: LessonState, board: BoardKind): Decision {
  if (boardOf(state.settings) === null) return reject('not_in_this_lesson');
  if (currentAsked(state)?.progress.phase === 'open' || state.work?.standing === 'open')
    return reject('question_not_closed');
  return state.game.board === board ? [] : [{ type: 'boardShown', board }];
}

/** Back to the question that stands behind the board. */
export function hideBoard({ game }: LessonState): LessonEvent[] {
  return game.board === null ? [] : [{ type: 'boardHidden' }];
}
