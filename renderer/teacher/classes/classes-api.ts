import type { z } from 'zod';
import type {
  ClassStudent,
  ClassSummary,
  Doubles,
  Merged,
  mergeSchema,
  Moved,
  moveStudentsSchema,
  newClassSchema,
  newStudentsSchema,
  SchoolClass,
  sectionPatchSchema,
  StudentDetail,
  studentPatchSchema,
} from '../../../lan-server/contract/classes.ts';
import type {
  Imported,
  importSchema,
  Preview,
  previewImportSchema,
  ReadTableQuery,
  Table,
} from '../../../lan-server/contract/student-import.ts';
import type { ApiResult } from '../api-result.ts';

type Ask = <T>(method: string, path: string, body?: object) => Promise<ApiResult<T>>;

export type NewStudent = z.input<typeof newStudentsSchema>['students'][number];
export type WantedPreview = z.input<typeof previewImportSchema>;
type Move = z.input<typeof moveStudentsSchema>;

/** The routes of classes and students. */
export function createClassesApi(ask: Ask) {
  const one = (id: string) => `/classes/${encodeURIComponent(id)}`;
  const section = (id: string, sectionId: string) =>
    `${one(id)}/sections/${encodeURIComponent(sectionId)}`;
  return {
    classes: () => ask<{ classes: ClassSummary[] }>('GET', '/classes'),
    makeClass: (fresh: z.input<typeof newClassSchema>) =>
      ask<SchoolClass>('POST', '/classes', fresh),
    schoolClass: (id: string) => ask<SchoolClass>('GET', one(id)),
    changeClass: (id: string, words: { name: string; subject: string }) =>
      ask<SchoolClass>('PATCH', one(id), words),
    archiveClass: (id: string, archived: boolean) =>
      ask<SchoolClass>('PUT', `${one(id)}/archived`, { archived }),
    newClassCode: (id: string) => ask<SchoolClass>('POST', `${one(id)}/code`),

    addSection: (id: string, name: string) =>
      ask<SchoolClass>('POST', `${one(id)}/sections`, { name }),
    changeSection: (id: string, sectionId: string, patch: z.input<typeof sectionPatchSchema>) =>
      ask<SchoolClass>('PATCH', section(id, sectionId), patch),
    removeSection: (id: string, sectionId: string, to: string) =>
      ask<SchoolClass>('DELETE', `${section(id, sectionId)}?to=${encodeURIComponent(to)}`),

    classStudents: (id: string, archived = false) =>
      ask<{ students: ClassStudent[] }>('GET', `${one(id)}/students?archived=${archived}`),
    addStudents: (id: string, students: NewStudent[]) =>
      ask<{ students: ClassStudent[] }>('POST', `${one(id)}/students`, { students }),
    moveStudents: (id: string, move: Move) => ask<Moved>('POST', `${one(id)}/students/move`, move),
    undoMove: (id: string, undo: string) =>
      ask<void>('POST', `${one(id)}/students/move/undo`, { undo }),
    takeOut: (id: string, studentIds: string[]) =>
      ask<void>('POST', `${one(id)}/students/leave`, { studentIds }),
    takeBack: (id: string, studentIds: string[]) =>
      ask<void>('POST', `${one(id)}/students/return`, { studentIds }),
    archiveStudents: (id: string, studentIds: string[], archived: boolean) =>
      ask<void>('PUT', `${one(id)}/students/archived`, { studentIds, archived }),
    makePins: (id: string, studentIds: string[]) =>
      ask<{ students: ClassStudent[] }>('POST', `${one(id)}/pins`, { studentIds }),
    doubles: (id: string) => ask<{ doubles: Doubles }>('GET', `${one(id)}/doubles`),
    mergeStudents: (id: string, pair: z.input<typeof mergeSchema>) =>
      ask<Merged>('POST', `${one(id)}/students/merge`, pair),

    student: (id: string) => ask<StudentDetail>('GET', `/students/${encodeURIComponent(id)}`),
    changeStudent: (id: string, patch: z.input<typeof studentPatchSchema>) =>
      ask<StudentDetail>('PATCH', `/students/${encodeURIComponent(id)}`, patch),

    readTable: (id: string, bytes: Uint8Array, how: ReadTableQuery) =>
      ask<Table>('POST', `${one(id)}/import/read?${new URLSearchParams(how).toString()}`, bytes),
    previewImport: (id: string, wanted: WantedPreview) =>
      ask<Preview>('POST', `${one(id)}/import/preview`, wanted),
    importStudents: (id: string, wanted: z.input<typeof importSchema>) =>
      ask<Imported>('POST', `${one(id)}/import`, wanted),
    undoImport: (id: string, undo: string) => ask<void>('POST', `${one(id)}/import/undo`, { undo }),
  };
}
