import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { openStore } from '../../db/index.ts';
import type { Damage, Store } from '../../db/index.ts';
import type { Program } from '../backups/program.ts';
import { exchangeData, settleExchange, undoExchange } from '../backups/exchange.ts';
import { BackupFailure } from '../backups/problems.ts';
import type { SessionRow } from '../ports.ts';
import { openInside } from './inside.ts';
import type { Inside, Outside } from './inside.ts';
import { openRescue } from './rescue.ts';

/** The longest that requests under way may keep a restore waiting. */
const patienceMs = 2000;

/** What stands behind the doors now: the data, or rescue where it is damaged. */
export type House = {
  answer: RequestListener;
  inside(): Inside | null;
  damage(): Damage | null;
  /** What backups may do with the data. */
  program: Program;
  /** Whether there is anything to keep. */
  hasData(): Promise<boolean>;
  /** Moves in, before the doors open. */
  open(opened: Store | Damage, outside: Outside): Promise<void>;
  /** Calls back when a lesson starts while none ran, and when the last one ends; also across a restore. */
  onLive(listener: (live: boolean) => void): void;
  close(): void;
};

/** Lets the data be exchanged while the program goes on: requests wait meanwhile, sockets come back by themselves. */
export function createHouse({
  dataDir,
  dropSockets,
}: {
  dataDir: string;
  dropSockets: () => void;
}): House {
  const listeners = new Set<(live: boolean) => void>();
  let outside: Outside | null = null;
  let inside: Inside | null = null;
  let store: Store | null = null;
  let damage: Damage | null = null;
  /** Requests under way; while the data is exchanged, those that come wait behind the gate. */
  const underWay = new Set<ServerResponse>();
  let gate: Promise<void> | null = null;

  async function moveIn(opened: Store | Damage): Promise<void> {
    if (!outside) throw new Error('the house has no doors yet');
    if ('refused' in opened) {
      damage = opened;
      store = null;
      inside = openRescue(opened, outside);
      return;
    }
    const next = await openInside(opened, outside);
    damage = null;
    store = opened;
    inside = next;
    for (const listener of listeners) next.lessons?.onLive(listener);
  }

  function moveOut(): void {
    inside?.stop();
    dropSockets();
    inside?.close();
    inside = null;
    store = null;
  }

  /**
   * Closes the data, does `work`, and opens again what is there then; `otherwise` where it does not open. False where something
   * was written since `still`: then nothing was done.
   */
  async function whileShut(
    work: () => Promise<Store>,
    otherwise: () => void,
    still: number | null = null,
  ): Promise<boolean> {
    const before = { inside, damage };
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    try {
      await drained();
      // One of those requests may have begun it.
      if (lessonsRun()) throw new BackupFailure('lesson_runs');
      if (still !== null && writes() !== still) return false;
      moveOut();
      let opened: Store | null = null;
      try {
        opened = await work();
        await moveIn(opened);
      } catch (error) {
        opened?.close();
        otherwise();
        if (before.damage) ({ inside, damage } = before);
        else await comeBack(error);
        throw error;
      }
      for (const listener of listeners) listener((inside?.lessons?.liveCount() ?? 0) > 0);
      outside?.onMovedIn();
      return true;
    } finally {
      gate = null;
      open();
    }
  }

  async function comeBack(error: unknown): Promise<void> {
    const again = openStore({ dataDir });
    if ('refused' in again && !('readable' in again)) lost(error);
    else await moveIn(again);
  }

  async function drained(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    const all = [...underWay].map(
      (response) => new Promise((resolve) => response.once('close', resolve)),
    );
    await Promise.race([Promise.all(all), late]);
    clearTimeout(timer);
  }

  const asideName = (): string => {
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(/\D/g, '');
    return `${damage ? 'damaged' : 'replaced'}-${stamp}`;
  };

  const lessonsRun = () => (inside?.lessons?.liveCount() ?? 0) > 0;

  const writes = () => store?.writes() ?? 0;

  const program: Program = {
    copy: () => store?.copy ?? null,
    lessonsRun,
    writes,
    canGoOn: () => damage?.readable ?? false,
    async prepare(folder, by) {
      // It was checked a moment ago, in a thread.
      const staged = openStore({ dataDir: folder, found: { found: 'database' } });
      if ('refused' in staged) throw new BackupFailure('damaged', staged.detail);
      await signInOnly(staged, by);
      staged.close();
    },
    async exchange(still) {
      const aside = asideName();
      const exchanged = await whileShut(
        async () => {
          exchangeData(dataDir, aside);
          const opened = openStore({ dataDir, found: { found: 'database' } });
          if ('refused' in opened) throw new BackupFailure('damaged', opened.detail);
          return opened;
        },
        () => undoExchange(dataDir),
        still,
      );
      if (exchanged) settleExchange(dataDir);
      return exchanged;
    },
    async goOn(by) {
      const aside = join(dataDir, 'backups', asideName());
      mkdirSync(aside, { recursive: true, mode: 0o700 });
      try {
        for (const name of ['chalkbox.db', 'chalkbox.db-wal', 'chalkbox.mark'])
          if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(aside, name));
      } catch (error) {
        // Half a copy on a full disk would only leave less room for the next try.
        rmSync(aside, { recursive: true, force: true });
        throw error;
      }
      await whileShut(
        async () => {
          const opened = openStore({ dataDir, found: { found: 'database' } });
          if ('refused' in opened) throw new BackupFailure('damaged', opened.detail);
          // It tells of more than there is.
          rmSync(join(dataDir, 'chalkbox.mark'), { force: true });
          // Before anybody who waits is let in: the page that asks all the while must not be signed out.
          try {
            await opened.people.createSession(by);
          } catch (error) {
            opened.close();
            throw error;
          }
          return opened;
        },
        () => {},
      );
    },
  };

  return {
    answer(request: IncomingMessage, response: ServerResponse) {
      const pass = () => {
        if (!inside) {
          response.writeHead(503, { 'Retry-After': '5' }).end();
          return;
        }
        underWay.add(response);
        response.once('close', () => underWay.delete(response));
        inside.answer(request, response);
      };
      if (gate) void gate.then(pass);
      else pass();
    },
    inside: () => inside,
    damage: () => damage,
    program,
    hasData: async () => store !== null && (await store.people.teacher()) !== null,
    async open(opened, doors) {
      outside = doors;
      await moveIn(opened);
    },
    onLive(listener) {
      listeners.add(listener);
      inside?.lessons?.onLive(listener);
    },
    close() {
      inside?.close();
      inside = null;
      store = null;
    },
  };
}

/** Whoever restores stays signed in; sessions and keys of long ago, also those ended since, do not come back. */
async function signInOnly(store: Store, by: SessionRow): Promise<void> {
  await store.people.endSessionsExcept(null);
  await store.keys.revokeAll(Date.now());
  const known = by.teacherId !== null && (await store.people.teacherById(by.teacherId)) !== null;
  await store.people.createSession({ ...by, teacherId: known ? by.teacherId : null });
}

/** Neither the new data nor the old opens any more: the next start finds out which is whole. */
function lost(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
