import type { DoorLesson } from '../../lan-server/contract/api.ts';
import type { SeatSession, Session } from '../live/seat-session.ts';

/** Why a code did not open a lesson. */
export type DoorProblem = 'short' | 'unknown' | 'over' | 'refused' | 'lost';

/** Where a student is: in front of the door, or in a lesson (`session.live` null: not yet inside). */
export type Visit = {
  /** Lessons that run now; empty where the laptop has not told. */
  lessons: readonly DoorLesson[];
  /** Whether the laptop answers at the door. */
  door: 'connecting' | 'online' | 'offline';
  digits: string;
  problem: DoorProblem | null;
  /** The code that is being tried or visited. */
  code: string | null;
  session: Session | null;
};

/** The address bar: which code it names, and moves that it remembers. */
export type AddressBar = {
  code(): string | null;
  show(code: string | null, how: 'push' | 'replace'): void;
  /** The browser's own back and forward. */
  onMove(listener: () => void): void;
};

export type VisitStore = {
  snapshot: () => Visit;
  subscribe: (listener: () => void) => () => void;
  /** The session that runs, for its acts. */
  session: () => SeatSession | null;
  type: (digits: string) => void;
  /** Tries the digits typed so far, or the code of a lesson that was picked. */
  enter: (code?: string) => void;
  /** Back to the door. */
  leave: () => void;
  /** The same lesson anew: another student took the device. */
  again: () => void;
};

/** How many digits codes have: four, or six where the door tells of a longer one. */
export function codeLength(lessons: readonly DoorLesson[]): number {
  return lessons.some(({ code }) => code.length > 4) ? 6 : 4;
}

/** A whole school may stand at the door behind one address: the laptop counts how often that asks. */
const lookEveryMs = 20_000;

/** Sooner while the laptop is being looked for. */
const againMs = 3000;

const problems: Record<string, DoorProblem> = { unknown_code: 'unknown', lesson_over: 'over' };

/** Leads a student from the code to the lesson and back. */
export function createVisit(deps: {
  open(code: string): SeatSession;
  /** null: the laptop is there, but did not tell. Throws where it is not to be found. */
  lessons(): Promise<readonly DoorLesson[] | null>;
  address: AddressBar;
  /** Forgets the unsent answers of a lesson that is gone; true where there were some. */
  dropLost: (code: string) => boolean;
  /** Runs something after a while; the list at the door is kept fresh by it. */
  later: (run: () => void, ms: number) => void;
}): VisitStore {
  const { address } = deps;
  const listeners = new Set<() => void>();
  let session: SeatSession | null = null;
  let visit: Visit = {
    lessons: [],
    door: 'connecting',
    digits: '',
    problem: null,
    code: null,
    session: null,
  };
  let looking = false;

  function change(next: Partial<Visit>) {
    visit = { ...visit, ...next };
    for (const listener of listeners) listener();
  }

  function close() {
    session?.close();
    session = null;
  }

  function open(code: string) {
    close();
    const opened = deps.open(code);
    session = opened;
    opened.subscribe(() => {
      if (session === opened) heard(code, opened.snapshot());
    });
    change({ code, problem: null, session: opened.snapshot() });
  }

  function heard(code: string, snapshot: Session) {
    if (snapshot.link.is === 'refused' && snapshot.live === null) {
      const problem = problems[snapshot.link.error.code];
      backToDoor({
        digits: code,
        problem: problem ? (deps.dropLost(code) ? 'lost' : problem) : 'refused',
      });
      address.show(null, 'replace');
      return;
    }
    if (snapshot.live !== null && address.code() !== code) address.show(code, 'push');
    change({ session: snapshot });
  }

  function backToDoor(next: Partial<Visit>) {
    close();
    change({ code: null, session: null, ...next });
    void look();
  }

  /** Lessons begin while students stand at the door already. */
  async function look() {
    if (looking) return;
    looking = true;
    try {
      const told = await deps.lessons();
      change({ lessons: told ?? visit.lessons, door: 'online' });
    } catch {
      // The list is a comfort: the code works without it.
      change({ door: 'offline' });
    }
    deps.later(
      () => {
        looking = false;
        if (visit.code === null) void look();
      },
      visit.door === 'offline' ? againMs : lookEveryMs,
    );
  }

  function follow() {
    const code = address.code();
    if (code === null) backToDoor({ problem: null });
    else if (code !== visit.code) open(code);
  }

  address.onMove(follow);
  const first = address.code();
  backToDoor({ digits: first ?? '' });
  if (first !== null) open(first);

  function enter(code = visit.digits) {
    if (code.length < 4) change({ problem: 'short' });
    else open(code);
  }

  return {
    snapshot: () => visit,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    session: () => session,
    type(digits) {
      const { problem, lessons } = visit;
      const length = codeLength(lessons);
      const only = digits.replace(/\D/g, '');
      // After a wrong code the next digit begins a new one, without deleting first.
      const begun = problem !== null && only.length > length ? only.slice(length) : only;
      const next = begun.slice(0, length);
      if (next === visit.digits) return;
      change({ digits: next, problem: null });
      const isWhole = next.length === length || lessons.some(({ code }) => code === next);
      if (isWhole) enter(next);
    },
    enter,
    leave() {
      address.show(null, 'push');
      backToDoor({ digits: '', problem: null });
    },
    again() {
      if (visit.code !== null) open(visit.code);
    },
  };
}
