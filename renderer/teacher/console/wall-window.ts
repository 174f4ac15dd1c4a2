import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { openWallInDesktop } from '../desktop.ts';

/** Opens the wall: on the second display in the desktop app, else in a window of its own, the same one each time. */
export function openWall(lessonId: LessonId): void {
  if (!openWallInDesktop(lessonId)) window.open(`/wall/${lessonId}`, `chalkbox-wall-${lessonId}`);
}
