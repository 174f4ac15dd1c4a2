import type { ProjectorView } from '../../lan-server/contract/frames.ts';

/** The stage while a question stands on it. */
export type QuestionStage = Exclude<ProjectorView['stage'], { at: 'lobby' | 'work' }>;

export type Screen =
  | { is: 'blank' }
  | { is: 'ended' }
  | { is: 'join' }
  | { is: 'post'; post: NonNullable<ProjectorView['post']> }
  | { is: 'board'; board: NonNullable<ProjectorView['board']> }
  | { is: 'question'; stage: QuestionStage }
  | { is: 'work'; stage: Extract<ProjectorView['stage'], { at: 'work' }> };

/** Which screen a view asks for. The end shows through a blank wall; the join screen lies over a question. */
export function screenOf(view: ProjectorView): Screen {
  const { board } = view;
  // Who has won stays on the wall when the lesson is over.
  if (view.status === 'ended')
    return board?.is === 'podium' ? { is: 'board', board } : { is: 'ended' };
  if (view.wall.blank) return { is: 'blank' };
  if (view.wall.join) return { is: 'join' };
  if (view.post) return { is: 'post', post: view.post };
  if (board) return { is: 'board', board };
  if (view.stage.at === 'lobby') return { is: 'join' };
  return view.stage.at === 'work'
    ? { is: 'work', stage: view.stage }
    : { is: 'question', stage: view.stage };
}
