/**
 * Loaded into a measured server before its own code (`node --import`): says over the process channel what it costs. The same
 * for every server, so that no figure rests on another way of measuring.
 */
export type Cost = {
  /** Time on a processor of all threads since the start, ms. */
  cpuMs: number;
  /** Resident memory after a collection, bytes. */
  rssBytes: number;
  /** What the program holds after a collection: heap, buffers and what hangs on both, bytes. */
  heldBytes: number;
};

declare const gc: (() => void) | undefined;

process.on('message', (message: unknown) => {
  if (message !== 'cost' && message !== 'cpu') return;
  if (message === 'cost') gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({
    cpuMs: (user + system) / 1000,
    rssBytes: rss,
    heldBytes: heapUsed + external,
  } satisfies Cost);
});
// The channel must not keep a server alive that wants to end.
process.channel?.unref();
