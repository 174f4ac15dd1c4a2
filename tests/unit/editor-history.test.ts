import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindNamed, kindNames } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { editorReducer, openEditor } from '../../renderer/teacher/editor/editor-state.ts';
import type { EditorAction, EditorState } from '../../renderer/teacher/editor/editor-state.ts';
import type { Edit, QuizContent } from '../../renderer/teacher/editor/quiz-edits.ts';

function question(id: string, text = ''): Question {
  return { ...kindNamed('choice').blank(id), text };
}
const quiz: QuizContent = {
  title: 'Osmosis',
  subject: 'Biology',
  questions: [question('first-1', 'one'), question('second', 'two'), question('third-3', 'three')],
};
const quizOf = (state: EditorState) => state.history.present.quiz;
const selectedIn = (state: EditorState) => state.history.present.selected;
const texts = (state: EditorState) => quizOf(state).questions.map(({ text }) => text);
const act = (state: EditorState, ...actions: EditorAction[]) =>
  actions.reduce(editorReducer, state);
const edit = (change: Edit, at = 0): EditorAction => ({ type: 'edit', edit: change, at });
const type = (id: string, text: string, at: number, field: string | undefined = 'text') =>
  edit({ type: 'change', question: question(id, text), field }, at);

const ids = fc.constantFrom('first-1', 'second', 'third-3', 'added-4', 'added-5', 'nobody');
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant('title' as const), title: fc.string({ maxLength: 4 }) }),
  fc.record({ type: fc.constant('subject' as const), subject: fc.string({ maxLength: 4 }) }),
  fc.record({
    type: fc.constant('change' as const),
    question: fc
      .record({ id: ids, text: fc.string({ maxLength: 3 }), kind: fc.constantFrom(...kindNames) })
      .map(({ id, text, kind }): Question => Object.assign(kindNamed(kind).blank(id), { text })),
    field: fc.constantFrom('text', undefined),
  }),
  fc.record({
    type: fc.constant('add' as const),
    question: ids.map((id) => question(`${id}-new`)),
    at: fc.nat(6),
  }),
  fc.record({ type: fc.constant('remove' as const), id: ids }),
  fc.record({ type: fc.constant('move' as const), id: ids, to: fc.integer({ min: -2, max: 8 }) }),
);
/** Edits at growing times, sometimes within a run of typing, sometimes after a pause; now and then another question is chosen. */
const anyActions = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.tuple(anyEdit, fc.constantFrom(0, 100, 5000)) },
      { weight: 1, arbitrary: ids },
    ),
    { maxLength: 40 },
  )
  .map((steps) => {
    let at = 0;
    return steps.map((step): EditorAction => {
      if (typeof step === 'string') return { type: 'select', id: step };
      at += step[1];
      return { type: 'edit', edit: step[0], at };
    });
  });

/** All quizzes that undoing passes through, newest first. */
function backThrough(state: EditorState): QuizContent[] {
  const seen = [quizOf(state)];
  let now = state;
  while (now.history.past.length > 0) {
    now = editorReducer(now, { type: 'undo' });
    seen.push(quizOf(now));
  }
  return seen;
}

describe('undo in the editor', () => {
  test('after any edits leads back to the quiz that was opened, and redo forth to the last one', () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        const edited = act(openEditor(quiz), ...actions);
        let state = edited;
        while (state.history.past.length > 0) state = editorReducer(state, { type: 'undo' });
        expect(quizOf(state)).toEqual(quiz);
        while (state.history.future.length > 0) state = editorReducer(state, { type: 'redo' });
        expect(quizOf(state)).toEqual(quizOf(edited));
      }),
    );
  });

  test('gives back exactly the quiz before any single edit that was not part of a run of typing', () => {
    fc.assert(
      fc.property(anyActions, anyEdit, (actions, last) => {
        const before = act(openEditor(quiz), ...actions);
        const after = act(before, edit(last, 1e9));
        fc.pre(after !== before);
        expect(quizOf(editorReducer(after, { type: 'undo' }))).toBe(quizOf(before));
      }),
    );
  });

  test('passes only through quizzes that were on the desk', () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        const seen = new Set<QuizContent>([quiz]);
        let state = openEditor(quiz);
        for (const action of actions) {
          state = editorReducer(state, action);
          seen.add(quizOf(state));
        }
        for (const earlier of backThrough(state)) expect(seen).toContain(earlier);
      }),
    );
  });

  test('never leaves the desk without a question while there is one', () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        const state = act(openEditor(quiz), ...actions);
        const there = quizOf(state).questions.map(({ id }) => id);
        const allowed = there.length === 0 ? [null] : there;
        expect(allowed).toContain(selectedIn(state));
      }),
    );
  });

  test('takes back a run of typing at once, and a new run after a pause on its own', () => {
    const state = act(
      openEditor(quiz),
      type('first-1', 'w', 0),
      type('first-1', 'wh', 300),
      type('first-1', 'why', 600),
      type('first-1', 'why?', 9000),
    );
    const once = editorReducer(state, { type: 'undo' });
    expect(texts(once)).toEqual(['why', 'two', 'three']);
    expect(texts(editorReducer(once, { type: 'undo' }))).toEqual(['one', 'two', 'three']);
  });

  test('keeps typing in two fields and in two questions apart', () => {
    const state = act(
      openEditor(quiz),
      type('first-1', 'x', 0),
      type('first-1', 'y', 100, 'option-1'),
      type('second', 'z', 200),
    );
    expect(state.history.past).toHaveLength(3);
  });

  test('leads back to the question that the step was about', () => {
    const state = act(
      openEditor(quiz),
      { type: 'select', id: 'third-3' },
      type('third-3', 'changed', 0),
      { type: 'select', id: 'first-1' },
      { type: 'undo' },
    );
    expect(texts(state)).toEqual(['one', 'two', 'three']);
    expect(selectedIn(state)).toBe('third-3');
  });

  test('forgets what could be redone as soon as something else is done', () => {
    const state = act(
      openEditor(quiz),
      type('second', 'x', 0),
      { type: 'undo' },
      type('second', 'y', 9000),
    );
    expect(state.history.future).toEqual([]);
    expect(editorReducer(state, { type: 'redo' })).toBe(state);
  });

  test('does not lead out of the version of another window that was taken', () => {
    const theirs = { ...quiz, title: 'Theirs' };
    const state = act(openEditor(quiz), type('second', 'x', 0), { type: 'adopt', quiz: theirs });
    expect(quizOf(state)).toBe(theirs);
    expect(editorReducer(state, { type: 'undo' })).toBe(state);
  });
});

describe('the list of questions', () => {
  test('goes on beside a question that was removed', () => {
    const state = act(
      openEditor(quiz),
      { type: 'select', id: 'third-3' },
      edit({ type: 'remove', id: 'third-3' }),
    );
    expect(selectedIn(state)).toBe('second');
  });

  test('puts a moved question where it was put down, and no further than the ends', () => {
    const down = act(openEditor(quiz), edit({ type: 'move', id: 'first-1', to: 1 }));
    expect(texts(down)).toEqual(['two', 'one', 'three']);
    const end = act(openEditor(quiz), edit({ type: 'move', id: 'first-1', to: 99 }));
    expect(texts(end)).toEqual(['two', 'three', 'one']);
    const nowhere = openEditor(quiz);
    expect(act(nowhere, edit({ type: 'move', id: 'first-1', to: -1 }))).toBe(nowhere);
  });
});
