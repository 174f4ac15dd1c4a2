import { getResponder, type Responder } from '@homebridge/ciao';
import { serviceLabel, serviceTxt } from './service-record.ts';
import type { Log } from '../log.ts';

/** What is published. */
export type Published = {
  /** The host name to begin with, without `.local`. */
  name?: string;
  port: number;
  /** What neighbours show: the teacher's or the room's name. */
  instanceTitle: string;
  /** Tells this Chalkbox from others; at least eight letters or digits, the same after a restart. */
  instanceId: string;
  version: string;
};

export type Holder = {
  /** Says goodbye to the network. Resolves within about two seconds, whatever the network does. */
  stop(): Promise<void>;
};

const PUBLISH_WITHIN_MS = 60_000;
const GOODBYE_WITHIN_MS = 2000;
// After so many taken names (chalkbox-2, chalkbox-3 …) the id is added, which nobody else has.
const NUMBERED_TRIES = 9;

/**
 * Publishes with ciao and holds a host name; a taken one gives way to the next. `onHeld` gets
 * `chalkbox.local` once it is really held, and null when it is lost. After `onFailure` nothing more
 * happens: ciao's own queue stays blocked after a failed probe, so that another try needs a new thread.
 */
export function createHolder({
  name = 'chalkbox',
  port,
  instanceTitle,
  instanceId,
  version,
  log,
  onHeld,
  onFailure,
  responder: newResponder = () => getResponder(),
}: Published & {
  log: Log;
  onHeld: (host: string | null) => void;
  onFailure: (error: unknown) => void;
  responder?: () => Pick<Responder, 'createService' | 'shutdown'>;
}): Holder {
  let responder: Pick<Responder, 'createService' | 'shutdown'> | undefined;
  let stopped = false;

  const withdraw = async (): Promise<void> => {
    const leaving = responder;
    responder = undefined;
    if (!leaving) return;
    try {
      await within(GOODBYE_WITHIN_MS, leaving.shutdown());
    } catch (error) {
      log.warn({ error }, 'mDNS: goodbye could not be sent');
    }
  };

  /** Resolves when the name was lost to another machine; then the next is to be tried. */
  const hold = async (host: string): Promise<void> => {
    responder = newResponder();
    const service = responder.createService({
      name: serviceLabel(instanceTitle, instanceId),
      type: 'chalkbox',
      port,
      hostname: host,
      txt: serviceTxt({ id: instanceId, title: instanceTitle, version }),
    });
    // On a conflict ciao takes `name-(2)`, which nobody likes to type on a phone; `name-2` is asked for instead.
    // A conflict may come late, when two networks are joined.
    const lost = new Promise<void>((resolve) => {
      service.on('hostname-change', () => resolve());
    });
    // The label carries the id, so only the host name can be in conflict.
    service.on('name-change', () => {});

    await within(PUBLISH_WITHIN_MS, service.advertise());
    if (stopped) return;
    if (service.getHostname().startsWith(`${host}.`)) onHeld(`${host}.local`);
    await lost;
  };

  const holdOneOf = async (number: number): Promise<void> => {
    const host = numbered(name, number, instanceId);
    await hold(host);
    if (stopped) return;
    log.info({ host: `${host}.local` }, 'mDNS: the name is taken, trying the next');
    onHeld(null);
    await withdraw();
    if (!stopped) await holdOneOf(number + 1);
  };

  holdOneOf(1).catch(async (error: unknown) => {
    await withdraw();
    if (!stopped) onFailure(error);
  });

  return {
    async stop() {
      stopped = true;
      await withdraw();
    },
  };
}

function numbered(name: string, number: number, id: string): string {
  if (number === 1) return name;
  return number <= NUMBERED_TRIES ? `${name}-${number}` : `${name}-${id.slice(0, 6)}`;
}

/** Rejects when `promise` takes longer than `ms`; a late rejection of it is nobody's business any more. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => {});
  }
}
