import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Quiz } from '../../../lan-server/contract/api.ts';
import { useApi } from '../api-context.tsx';
import { queryKeys } from '../query-keys.ts';
import { createAutosave } from './autosave.ts';
import type { Autosave, SaveState } from './autosave.ts';
import { createDrafts } from './drafts.ts';
import { editorReducer, openEditor } from './editor-state.ts';
import { contentOf } from './quiz-edits.ts';
import type { Edit, QuizContent } from './quiz-edits.ts';

/** Bodies above this size may not outlive the page; browsers allow 64 KiB in all. */
const keepaliveLimit = 50_000;

/** A quiz on the desk: its content with undo, saved as it is typed. `stored` is what the program has. */
export function useEditor(stored: Quiz) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [drafts] = useState(() => createDrafts(window.localStorage));
  const [draft] = useState(() => drafts.read(stored.id));
  const [state, dispatch] = useReducer(editorReducer, stored, (quiz) =>
    openEditor(draft?.content ?? contentOf(quiz)),
  );
  const [saving, setSaving] = useState<SaveState>({ is: 'saved', at: null });
  const autosave = useRef<Autosave | null>(null);
  const revision = useRef(draft?.revision ?? stored.revision);
  /** What was last handed to saving, or is stored: only what differs from it is a change. */
  const handed = useRef<QuizContent | null>(null);
  const { quiz, selected } = state.history.present;
  const newest = useRef(quiz);

  useEffect(() => {
    const made = createAutosave({
      revision: revision.current,
      async save(content, leaving) {
        const size = JSON.stringify(content).length;
        const result = await api.saveQuiz(stored.id, content, leaving && size < keepaliveLimit);
        if (result.ok) revision.current = result.value.revision;
        return result;
      },
      onState(next) {
        setSaving(next);
        if (next.is === 'saved') drafts.drop(stored.id);
      },
    });
    autosave.current = made;
    if (draft) made.change(draft.content);
    // In the background a page may end without another word.
    const leave = () => {
      if (document.visibilityState === 'hidden') void made.flush(true);
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (made.state().is === 'failing' || made.state().is === 'conflict') event.preventDefault();
      void made.flush(true);
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('beforeunload', warn);
      made.stop();
      void made
        .flush(true)
        .then(() => queryClient.invalidateQueries({ queryKey: queryKeys.quizzes, exact: true }));
    };
  }, [api, draft, drafts, queryClient, stored.id]);

  useEffect(() => {
    newest.current = quiz;
    // The quiz as it was opened is no change.
    handed.current ??= quiz;
    if (handed.current === quiz) return;
    handed.current = quiz;
    drafts.keep(stored.id, { revision: revision.current, content: quiz });
    autosave.current?.change(quiz);
  }, [drafts, quiz, stored.id]);

  const edit = useCallback(
    (change: Edit) => dispatch({ type: 'edit', edit: change, at: performance.now() }),
    [],
  );
  /** Puts the version of the other window on the desk. */
  const takeTheirs = (theirs: Quiz) => {
    const content = contentOf(theirs);
    revision.current = theirs.revision;
    handed.current = content;
    drafts.drop(stored.id);
    dispatch({ type: 'adopt', quiz: content });
    autosave.current?.adopt(theirs.revision, theirs.updatedAt);
  };
  /** Nothing of this window is to be kept under this quiz: it lives on as a copy, or not at all. */
  const letGo = () => {
    drafts.drop(stored.id);
    autosave.current?.adopt(revision.current, Date.now());
  };

  return {
    quiz,
    selected,
    saving,
    edit,
    select: (id: string) => dispatch({ type: 'select', id }),
    undo: state.history.past.length > 0 ? () => dispatch({ type: 'undo' }) : null,
    redo: state.history.future.length > 0 ? () => dispatch({ type: 'redo' }) : null,
    flush: async (): Promise<SaveState> =>
      (await autosave.current?.flush()) ?? { is: 'saved', at: null },
    takeTheirs,
    letGo,
  };
}

export type EditorDesk = ReturnType<typeof useEditor>;
