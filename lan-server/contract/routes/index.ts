import { classRoutes } from './classes.ts';
import { lessonRoutes } from './lessons.ts';
import { quizRoutes } from './quizzes.ts';
import { scheduleRoutes } from './schedule.ts';
import type { ScriptRoute } from './shape.ts';

export type { ScriptRoute, Words } from './shape.ts';
export { exampleIds } from './shape.ts';

/**
 * Every route that a school's own scripts may use. The keys' door, the document for scripts and their tests read this list: no key
 * opens a route that does not stand here.
 */
export const scriptRoutes: readonly ScriptRoute[] = [
  ...quizRoutes,
  ...lessonRoutes,
  ...classRoutes,
  ...scheduleRoutes,
];
