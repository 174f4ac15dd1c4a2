import type { PowerSaveBlocker } from 'electron';

/** Keeps laptop and projector from falling asleep while `live` is true; idempotent. */
export function createKeepAwake(
  blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>,
): (live: boolean) => void {
  let id: number | undefined;
  return (live) => {
    if (live && id === undefined) id = blocker.start('prevent-display-sleep');
    if (!live && id !== undefined) {
      blocker.stop(id);
      id = undefined;
    }
  };
}
