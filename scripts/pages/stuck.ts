/** Says that a build stood still: EX_TEMPFAIL, “try again”. */
export const stuckExitCode = 75;

/** How long a build may do next to nothing before it counts as stuck, ms. */
const usualPatienceMs = 30_000;
/** Less than this share of one core is nothing. */
const nothing = 0.02;

/**
 * Watches this process while it builds and ends it with `stuckExitCode` once it stands still; gives the end of the watch. Judged by
 * the processor's time, not by the clock: on a busy machine a build that lives may take minutes.
 */
export function endWhenStuck(before: () => void, patienceMs = usualPatienceMs): () => void {
  let usage = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(usage);
    usage = process.cpuUsage();
    if ((user + system) / 1000 >= patienceMs * nothing) return;
    before();
    console.error('The build of the pages stood still.');
    process.exit(stuckExitCode);
  }, patienceMs);
  return () => clearInterval(timer);
}
