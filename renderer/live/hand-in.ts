import type { Ack } from '../../lan-server/contract/commands.ts';
import type { DeviceStore } from './device.ts';
import type { OutboxTimers } from './outbox.ts';

/** Finished, or not finished after all. */
export type Hand = 'handIn' | 'takeBack';

export type HandIn = {
  /** What was asked for and is not on the laptop's disk yet. */
  wanted(): Hand | null;
  want(hand: Hand): void;
  /** The connection, or what is kept, may be another: tries where it can. */
  look(): void;
  stop(): void;
};

const againMs = 2000;

/**
 * Hands in once every answer has arrived, over lost connections and reloads: what the student has finished must not overtake
 * what they have answered. Asked twice, it is done once.
 */
export function createHandIn(deps: {
  store: DeviceStore;
  /** Where the wish is kept. */
  key: string;
  /** The laptop is there, and no answer is kept here any more. */
  ready(): boolean;
  send(hand: Hand): Promise<Ack | null>;
  timers: OutboxTimers;
  /** On the laptop's disk. */
  onDone(hand: Hand): void;
  onChange(): void;
}): HandIn {
  const { store, key } = deps;
  let flying = false;
  let stopped = false;
  let waiting: unknown = null;

  const wanted = (): Hand | null => {
    const kept = store.get(key);
    return kept === 'handIn' || kept === 'takeBack' ? kept : null;
  };

  async function look(): Promise<void> {
    const hand = wanted();
    if (hand === null || flying || stopped || waiting !== null || !deps.ready()) return;
    flying = true;
    const ack = await deps.send(hand);
    flying = false;
    if (stopped) return;
    if (
      ack === null ||
      (!ack.ok && ['not_saved', 'too_many', 'internal'].includes(ack.error.code))
    ) {
      waiting = deps.timers.set(() => {
        waiting = null;
        void look();
      }, againMs);
      return;
    }
    // Another wish may have come meanwhile; a refusal (the work is closed) is told by the next frame.
    if (wanted() === hand) store.remove(key);
    if (ack.ok) deps.onDone(hand);
    deps.onChange();
    void look();
  }

  return {
    wanted,
    want(hand) {
      store.set(key, hand);
      deps.onChange();
      void look();
    },
    look: () => void look(),
    stop() {
      stopped = true;
      if (waiting !== null) deps.timers.clear(waiting);
    },
  };
}
