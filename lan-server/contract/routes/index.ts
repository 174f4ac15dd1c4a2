import { laptopRoutes } from './laptop.ts';
import { lessonRoutes } from './lessons.ts';
import { quizRoutes } from './quizzes.ts';
import type { ListedRoute } from './shape.ts';

export type { Asker, ListedRoute, Method, OwnRoute, ScriptRoute, Words } from './shape.ts';
export { exampleIds } from './shape.ts';

/**
 * Every route of the program: who is heard, and whether a school's script may use it. The keys' door, the document for scripts and the
 * walks of the tests read this list; a route that is not in it fails tests/gateway/route-list.test.ts, and no key opens it.
 * A route of the program's own pages is a line: `...own('class.read', ['GET /api/v1/classes/:id'])`.
 */
export const routeList: readonly ListedRoute[] = [...quizRoutes, ...lessonRoutes, ...laptopRoutes];
