import type { Quiz } from '../../../lan-server/contract/api.ts';
import type { ApiError, ApiResult, SaveQuiz } from '../api.ts';
import type { QuizContent } from './quiz-edits.ts';

/** How the quiz on the screen stands to the one on the disk. */
export type SaveState =
  /** `at`: ms since 1970 of the last save; null when nothing has been changed yet. */
  | { is: 'saved'; at: number | null }
  | { is: 'waiting' }
  | { is: 'saving' }
  /** Not stored; `again` says whether it is tried by itself. What was typed is kept either way. */
  | { is: 'failing'; error: ApiError; again: boolean }
  /** Stored differently by another window in the meantime. */
  | { is: 'conflict'; theirs: Quiz }
  /** Deleted by another window in the meantime. */
  | { is: 'gone' };

export type Autosave = ReturnType<typeof createAutosave>;

type AutosaveNeeds = {
  /** The revision that the quiz on the screen started from. */
  revision: number;
  save: (
    content: SaveQuiz,
    leaving: boolean,
  ) => Promise<ApiResult<{ revision: number; updatedAt: number }>>;
  onState: (state: SaveState) => void;
  /** Milliseconds without typing before a save, and between one attempt and the next (the last one repeats). */
  delayMs?: number;
  retryMs?: readonly number[];
};

/** Refusals that would come again by themselves: only another change can help. */
const final = new Set<ApiError['code']>(['bad_request', 'too_large', 'forbidden']);

/**
 * Saves a quiz as it is typed: one request at a time, the newest content last, tried again until it is stored. Changes from
 * another window are found by the revision and never written over.
 */
export function createAutosave({
  revision,
  save,
  onState,
  delayMs = 400,
  retryMs = [1000, 2000, 4000, 5000],
}: AutosaveNeeds) {
  let base = revision;
  let wanted: QuizContent | null = null;
  let queue: Promise<void> = Promise.resolve();
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: SaveState = { is: 'saved', at: null };
  let stopped = false;

  function become(next: SaveState) {
    state = next;
    if (!stopped) onState(next);
  }
  function plan(ms: number) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void attempt(false), ms);
  }

  function refused(error: ApiError, sent: QuizContent) {
    if (error.code === 'changed_elsewhere') {
      const { quiz: theirs } = error.details as { quiz: Quiz };
      // An attempt whose answer was lost had arrived after all: what is stored is what was sent.
      if (sameContent(theirs, sent)) arrived(theirs.revision, theirs.updatedAt, sent);
      else become({ is: 'conflict', theirs });
    } else if (error.code === 'not_found') {
      become({ is: 'gone' });
    } else {
      const again = !final.has(error.code);
      become({ is: 'failing', error, again });
      if (again) plan(retryMs[Math.min(attempts, retryMs.length) - 1] ?? delayMs);
    }
  }
  function arrived(newRevision: number, at: number, sent: QuizContent) {
    base = newRevision;
    attempts = 0;
    if (wanted === sent) {
      wanted = null;
      become({ is: 'saved', at });
    } else {
      become({ is: 'waiting' });
      plan(0);
    }
  }

  async function run(leaving: boolean) {
    const sent = wanted;
    if (!sent || state.is === 'conflict' || state.is === 'gone') return;
    clearTimeout(timer);
    if (state.is !== 'failing') become({ is: 'saving' });
    attempts += 1;
    const result = await save({ ...sent, revision: base }, leaving);
    if (result.ok) arrived(result.value.revision, result.value.updatedAt, sent);
    else refused(result.error, sent);
  }
  /** One at a time: a second caller waits for the first, then saves what is newer. */
  function attempt(leaving: boolean): Promise<void> {
    queue = queue.then(() => run(leaving));
    return queue;
  }

  return {
    state: () => state,
    /** Takes note of a change; it is saved when typing pauses. */
    change(content: QuizContent) {
      wanted = content;
      if (state.is === 'conflict' || state.is === 'gone') return;
      if (state.is === 'failing' && state.again) return;
      if (state.is !== 'saving') become({ is: 'waiting' });
      plan(delayMs);
    },
    /** Saves now what is not yet saved; resolves when that has succeeded or failed. `leaving`: the page is going away. */
    async flush(leaving = false): Promise<SaveState> {
      if (wanted) await attempt(leaving);
      // The newest typing may have come while the first attempt was on its way.
      if (wanted && state.is === 'waiting') await attempt(leaving);
      return state;
    },
    /** After a conflict was settled in favour of what is stored: goes on from that revision, with nothing to save. */
    adopt(newRevision: number, at: number) {
      base = newRevision;
      wanted = null;
      attempts = 0;
      clearTimeout(timer);
      become({ is: 'saved', at });
    },
    /** Says and plans nothing any more; a save that is on its way goes on. */
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Whether two versions say the same, whatever the order of their fields. */
function sameContent(a: QuizContent, b: QuizContent): boolean {
  return a.title === b.title && a.subject === b.subject && sameValue(a.questions, b.questions);
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => sameValue(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
