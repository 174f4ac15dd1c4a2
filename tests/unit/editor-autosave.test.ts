import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ApiError, ApiResult, SaveQuiz } from '../../renderer/teacher/api.ts';
import { createAutosave } from '../../renderer/teacher/editor/autosave.ts';
import type { SaveState } from '../../renderer/teacher/editor/autosave.ts';
import { createDrafts } from '../../renderer/teacher/editor/drafts.ts';

type Saved = { revision: number; updatedAt: number };

const content = (title: string) => ({ title, subject: '', questions: [] });
const stored = (title: string, revision: number) => ({
  ...content(title),
  id: 'quiz-1234',
  revision,
  createdAt: 0,
  updatedAt: 77,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A program that keeps one quiz as the real one does; `refusal` makes it refuse the next saves. */
function fakeProgram() {
  const program = {
    quiz: stored('', 4),
    requests: [] as SaveQuiz[],
    underway: 0,
    most: 0,
    refusal: null as ApiError | null,
    /** Saves, but the answer is lost on the way. */
    loseAnswer: false,
    delayMs: 20,
    async save(wanted: SaveQuiz): Promise<ApiResult<Saved>> {
      program.requests.push(wanted);
      program.underway += 1;
      program.most = Math.max(program.most, program.underway);
      await new Promise((done) => {
        setTimeout(done, program.delayMs);
      });
      program.underway -= 1;
      if (program.refusal) return { ok: false, error: program.refusal };
      if (wanted.revision !== program.quiz.revision)
        return { ok: false, error: { code: 'changed_elsewhere', details: { quiz: program.quiz } } };
      program.quiz = stored(wanted.title, wanted.revision + 1);
      if (program.loseAnswer) return { ok: false, error: { code: 'unreachable' } };
      return { ok: true, value: { revision: program.quiz.revision, updatedAt: 77 } };
    },
  };
  return program;
}

function open(program: ReturnType<typeof fakeProgram>) {
  const states: SaveState['is'][] = [];
  const autosave = createAutosave({
    revision: 4,
    save: (wanted) => program.save(wanted),
    onState: (state) => void states.push(state.is),
  });
  return { autosave, states };
}

describe('saving as one types', () => {
  test('waits for a pause and then saves the newest text once', async () => {
    const program = fakeProgram();
    const { autosave, states } = open(program);
    for (const title of ['O', 'Os', 'Osm']) {
      autosave.change(content(title));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(program.requests).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(program.requests.map(({ title }) => title)).toEqual(['Osm']);
    expect(states.at(-1)).toBe('saved');
  });

  test('never has two requests under way, and the last text wins', async () => {
    const program = fakeProgram();
    program.delayMs = 3000;
    const { autosave } = open(program);
    autosave.change(content('first'));
    await vi.advanceTimersByTimeAsync(500);
    autosave.change(content('second'));
    void autosave.flush();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(program.most).toBe(1);
    expect(program.quiz.title).toBe('second');
    expect(autosave.state().is).toBe('saved');
  });

  test('tries again by itself while the program does not answer, and keeps what is typed meanwhile', async () => {
    const program = fakeProgram();
    program.refusal = { code: 'unreachable' };
    const { autosave } = open(program);
    autosave.change(content('before'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(autosave.state()).toMatchObject({ is: 'failing', again: true });
    autosave.change(content('before and after'));
    program.refusal = null;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(program.quiz.title).toBe('before and after');
    expect(autosave.state().is).toBe('saved');
  });

  test('does not hammer with what was refused for good, and tries with the next change', async () => {
    const program = fakeProgram();
    program.refusal = { code: 'too_large' };
    const { autosave } = open(program);
    autosave.change(content('too much'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(program.requests).toHaveLength(1);
    expect(autosave.state()).toMatchObject({ is: 'failing', again: false });
    program.refusal = null;
    autosave.change(content('less'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(program.quiz.title).toBe('less');
  });

  test('takes an attempt whose answer was lost for stored, not for a change from elsewhere', async () => {
    const program = fakeProgram();
    program.loseAnswer = true;
    const { autosave, states } = open(program);
    autosave.change(content('Osmosis'));
    await vi.advanceTimersByTimeAsync(500);
    expect(autosave.state().is).toBe('failing');
    program.loseAnswer = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(states).not.toContain('conflict');
    expect(autosave.state().is).toBe('saved');
    autosave.change(content('Osmosis 2'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(program.quiz).toMatchObject({ title: 'Osmosis 2', revision: 6 });
  });

  test('stops at a change from another window and writes nothing over it', async () => {
    const program = fakeProgram();
    program.quiz = stored('theirs', 5);
    const { autosave } = open(program);
    autosave.change(content('mine'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(autosave.state()).toMatchObject({ is: 'conflict', theirs: { title: 'theirs' } });
    autosave.change(content('mine, still typing'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(program.requests).toHaveLength(1);
    expect(program.quiz.title).toBe('theirs');
    autosave.adopt(5, 77);
    autosave.change(content('on from theirs'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(program.quiz).toMatchObject({ title: 'on from theirs', revision: 6 });
  });

  test('says when the quiz was deleted elsewhere instead of trying for ever', async () => {
    const program = fakeProgram();
    program.refusal = { code: 'not_found' };
    const { autosave } = open(program);
    autosave.change(content('mine'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(autosave.state().is).toBe('gone');
    expect(program.requests).toHaveLength(1);
  });

  test('saves at once what is not yet saved when the page is left', async () => {
    const program = fakeProgram();
    const { autosave } = open(program);
    autosave.change(content('half a wo'));
    const left = autosave.flush(true);
    await vi.advanceTimersByTimeAsync(30);
    expect(await left).toMatchObject({ is: 'saved', at: 77 });
    expect(program.quiz.title).toBe('half a wo');
  });
});

describe('a draft that is kept in the browser', () => {
  test('comes back as it was, and is gone once it is stored', () => {
    const shelf = new Map<string, string>();
    const drafts = createDrafts({
      getItem: (name) => shelf.get(name) ?? null,
      setItem: (name, value) => void shelf.set(name, value),
      removeItem: (name) => void shelf.delete(name),
    });
    drafts.keep('quiz-1234', { revision: 3, content: content('half') });
    expect(drafts.read('quiz-1234')).toEqual({ revision: 3, content: content('half') });
    expect(drafts.read('quiz-9999')).toBeNull();
    drafts.drop('quiz-1234');
    expect(drafts.read('quiz-1234')).toBeNull();
  });

  test('is done without where the browser refuses to keep anything', () => {
    const refuse = () => {
      throw new Error('no storage');
    };
    const drafts = createDrafts({ getItem: refuse, setItem: refuse, removeItem: refuse });
    drafts.keep('quiz-1234', { revision: 3, content: content('half') });
    expect(drafts.read('quiz-1234')).toBeNull();
  });
});
