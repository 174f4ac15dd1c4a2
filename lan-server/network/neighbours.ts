import { Bonjour, type Browser, type Service } from 'bonjour-service';
import { readNeighbour, type Neighbour } from './service-record.ts';
import type { Log } from '../log.ts';

export type Neighbours = {
  /** Those heard of lately, by title. */
  list(): Neighbour[];
  stop(): Promise<void>;
};

type Heard = { neighbour: Neighbour; round: number };
type Listener = Pick<Bonjour, 'find' | 'destroy'>;

const SECOND_ROUND_MS = 3000;
const ROUND_MS = 60_000;
// A laptop that was closed says no goodbye; on Wi-Fi a packet or two may get lost all the same.
const ROUNDS_TO_FORGET = 3;
const MOST_NEIGHBOURS = 100;
const STOP_WITHIN_MS = 1000;

/**
 * Looks for other Chalkboxes (`_chalkbox._tcp`) on the networks of this machine: now, after three seconds,
 * then every minute. Never throws and never ends the program; where the network cannot be listened
 * to, the list stays empty and the log says why.
 */
export function createNeighbours({
  instanceId,
  log,
  onChange = () => {},
  listen = (onError) => new Bonjour({}, onError),
}: {
  /** One's own id, so that a laptop does not list itself. */
  instanceId: string;
  log: Log;
  onChange?: (neighbours: Neighbour[]) => void;
  listen?: (onError: (error: Error) => void) => Listener;
}): Neighbours {
  const heard = new Map<string, Heard>();
  let listener: Listener | undefined;
  let browser: Browser | undefined;
  let timer: NodeJS.Timeout | undefined;
  let round = 0;
  let stopped = false;

  const list = (): Neighbour[] =>
    [...heard.values()]
      .map(({ neighbour }) => neighbour)
      .sort((a, b) => a.title.localeCompare(b.title) || a.id.localeCompare(b.id));

  const changed = (): void => {
    if (!stopped) onChange(list());
  };
  const fail = (error: unknown): void => {
    log.warn({ error }, 'mDNS: cannot listen for neighbours');
  };

  const up = (service: Service): void => {
    const neighbour = readNeighbour(service);
    if (!neighbour || neighbour.id === instanceId) return;
    const before = heard.get(neighbour.id);
    if (!before && heard.size >= MOST_NEIGHBOURS) return;
    heard.set(neighbour.id, { neighbour, round });
    if (!before || !same(before.neighbour, neighbour)) changed();
  };
  const down = (service: Service): void => {
    const neighbour = readNeighbour(service);
    if (neighbour && heard.delete(neighbour.id)) changed();
  };

  /** Each round asks with a fresh browser: an old one keeps silent about those that it has seen before. */
  const ask = (): void => {
    if (stopped || !listener) return;
    round += 1;
    browser?.stop();
    browser = listener.find({ type: 'chalkbox' }, up);
    browser.on('down', down);
    browser.on('srv-update', up);
    browser.on('txt-update', up);
    const gone = [...heard].filter(([, entry]) => round - entry.round > ROUNDS_TO_FORGET);
    for (const [id] of gone) heard.delete(id);
    if (gone.length > 0) changed();
    timer = setTimeout(guarded(ask), round === 1 ? SECOND_ROUND_MS : ROUND_MS);
    timer.unref();
  };

  const guarded = (work: () => void) => (): void => {
    try {
      work();
    } catch (error) {
      fail(error);
    }
  };

  guarded(() => {
    listener = listen(fail);
    contain(listener, { onError: fail, onNetwork: guarded(() => browser?.update()) });
    ask();
  })();

  return {
    list,
    async stop() {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      await new Promise<void>((resolve) => {
        setTimeout(resolve, STOP_WITHIN_MS).unref();
        guarded(() => {
          browser?.stop();
          if (listener) listener.destroy(resolve);
          else resolve();
        })();
      });
    },
  };
}

function same(a: Neighbour, b: Neighbour): boolean {
  return (
    a.title === b.title &&
    a.host === b.host &&
    a.port === b.port &&
    a.addresses.join() === b.addresses.join()
  );
}

/**
 * bonjour-service has no door to its socket, and two things happen there. A network that comes later (the laptop
 * joins the Wi-Fi after the start) must be asked at once. And an error without a listener, or an absurd
 * packet, would throw out of the socket's own event and end the program.
 */
function contain(
  listener: Listener,
  { onError, onNetwork }: { onError: (error: unknown) => void; onNetwork: () => void },
): void {
  const { mdns } = (listener as { server?: { mdns?: NodeJS.EventEmitter } }).server ?? {};
  if (!mdns) return;
  const emit = mdns.emit.bind(mdns);
  mdns.on('error', onError);
  mdns.on('networkInterface', onNetwork);
  mdns.emit = (event, ...details) => {
    try {
      return emit(event, ...details);
    } catch (error) {
      onError(error);
      return true;
    }
  };
}
