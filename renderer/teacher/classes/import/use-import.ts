import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  Column,
  Imported,
  LineChoice,
  Preview,
  ReadTableQuery,
  Table,
} from '../../../../lan-server/contract/student-import.ts';
import type { ApiError } from '../../api.ts';
import { useApi } from '../../api-context.tsx';
import { queryKeys } from '../../query-keys.ts';

/** What the teacher has changed of what the program assumed. */
type Wishes = { columns: Column[] | null; header: boolean | null; choices: LineChoice[] };
const noWishes: Wishes = { columns: null, header: null, choices: [] };

export type ImportState = {
  table: Table | null;
  preview: Preview | null;
  /** What is under way. */
  busy: 'reading' | 'storing' | null;
  /** Why the list could not be read, taken over, or taken back. */
  refused: { doing: 'read' | 'store' | 'undo'; error: ApiError } | null;
  /** The class was changed from elsewhere: the preview is a new one. */
  changedMeanwhile: boolean;
  imported: Imported | null;
};

const start: ImportState = {
  table: null,
  preview: null,
  busy: null,
  refused: null,
  changedMeanwhile: false,
  imported: null,
};

/** An import from the file to the class. Of two answers the one that was asked for last counts. */
export function useImport(classId: string) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [state, setState] = useState(start);
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [wishes, setWishes] = useState(noWishes);
  const set = (change: Partial<ImportState>) => setState((before) => ({ ...before, ...change }));

  const look = async (table: Table, wanted: Wishes) => {
    set({ busy: 'reading', refused: null });
    const result = await api.previewImport(classId, { rows: table.rows, ...wanted });
    if (result.ok) set({ table, preview: result.value, busy: null, changedMeanwhile: false });
    else set({ busy: null, refused: { doing: 'read', error: result.error } });
  };
  const read = async (file: Uint8Array, how: ReadTableQuery) => {
    set({ busy: 'reading', refused: null, imported: null });
    setBytes(file);
    setWishes(noWishes);
    const result = await api.readTable(classId, file, how);
    if (result.ok) await look(result.value, noWishes);
    else set({ busy: null, refused: { doing: 'read', error: result.error } });
  };
  const wish = (change: Partial<Wishes>) => {
    const wanted = { ...wishes, ...change };
    setWishes(wanted);
    if (state.table) void look(state.table, wanted);
  };

  return {
    state,
    read: (file: Uint8Array) => read(file, {}),
    /** The same file, read in another way. */
    readAs: (how: ReadTableQuery) => {
      if (bytes) void read(bytes, how);
    },
    setColumns: (columns: Column[]) => wish({ columns, choices: [] }),
    setHeader: (header: boolean) => wish({ header, choices: [] }),
    /** Decides lines; null: not decided after all. */
    choose: (lines: readonly { line: number; choice: Omit<LineChoice, 'line'> | null }[]) => {
      const changed = new Set(lines.map(({ line }) => line));
      wish({
        choices: [
          ...wishes.choices.filter(({ line }) => !changed.has(line)),
          ...lines.flatMap(({ line, choice }) => (choice ? [{ line, ...choice }] : [])),
        ],
      });
    },
    async run() {
      const { table, preview } = state;
      if (!table || !preview || state.busy) return;
      set({ busy: 'storing', refused: null });
      const { fingerprint } = preview;
      const wanted = { rows: table.rows, ...wishes, fingerprint };
      const result = await api.importStudents(classId, wanted);
      await queryClient.invalidateQueries({ queryKey: queryKeys.classes });
      if (result.ok) {
        set({ busy: null, imported: result.value });
        return;
      }
      const fresh = (result.error.details as { preview?: Preview } | undefined)?.preview;
      if (result.error.code === 'changed_elsewhere' && fresh)
        set({ busy: null, preview: fresh, changedMeanwhile: true });
      else set({ busy: null, refused: { doing: 'store', error: result.error } });
    },
    async undo() {
      if (!state.imported) return;
      set({ refused: null });
      const result = await api.undoImport(classId, state.imported.undo);
      await queryClient.invalidateQueries({ queryKey: queryKeys.classes });
      if (result.ok) setState(start);
      else set({ refused: { doing: 'undo', error: result.error } });
    },
    again: () => {
      setState(start);
      setWishes(noWishes);
    },
  };
}
