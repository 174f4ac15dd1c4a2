import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { openWallInDesktop } from '../desktop.ts';

/** Where the wall of a lesson is. */
export const wallPath = (lessonId: LessonId): string => `/wall/${lessonId}`;

/**
 * Opens the wall: on the second display in the desktop app, else in a window of its own, the same one each time. False: the browser lets
 * this page open none.
 */
export function openWall(lessonId: LessonId): boolean {
  if (openWallInDesktop(lessonId)) return true;
  return window.open(wallPath(lessonId), `chalkbox-wall-${lessonId}`) !== null;
}
