/** What the desktop app offers to its own window; a browser has none of it. */
type Desktop = { openWall: (lessonId: string) => unknown };

/** Puts the lesson on the projector's screen where the desktop app runs; false in a browser. */
export function openWallInDesktop(lessonId: string): boolean {
  const desktop = (window as { chalkboxDesktop?: Desktop }).chalkboxDesktop;
  desktop?.openWall(lessonId);
  return desktop !== undefined;
}
