import type { ProjectorView } from '../../lan-server/contract/frames.ts';

/** The stage while a question stands on it. */
export type QuestionStage = Exclude<ProjectorView['stage'], { at: 'lobby' | 'work' }>;

export type Screen =
  | { is: 'blank' }
  | { is: 'ended' }
  | { is: 'join' }
  | { is: 'post'; post: NonNullable<ProjectorView['post']> }
  | { is: 'question'; stage: QuestionStage }
  | { is: 'work'; stage: Extract<ProjectorView['stage'], { at: 'work' }> };

/** Which screen a view asks for. The end shows through a blank wall; the join screen lies over a question. */
export function screenOf(view: ProjectorView): Screen {
  if (view.status === 'ended') return { is: 'ended' };
  if (view.wall.blank) return { is: 'blank' };
  if (view.post && !view.wall.join) return { is: 'post', post: view.post };
  if (view.stage.at === 'lobby' || view.wall.join) return { is: 'join' };
  return view.stage.at === 'work'
    ? { is: 'work', stage: view.stage }
    : { is: 'question', stage: view.stage };
}
