import { z } from 'zod';
import { sectionIdSchema, studentIdSchema } from './ids.ts';

/** Students from a table: POST /classes/:id/import/read (bytes) → a table → …/preview → what will happen → …/import → what has. */

/** Bounds of a file and of what is in it. */
export const tableLimits = { bytes: 5_000_000, rows: 6000, columns: 40, cell: 400 } as const;

const rowSchema = z.object({
  /** Where it begins in the file, from 1. */
  line: z.int().min(1).max(10_000_000),
  cells: z.array(z.string().max(tableLimits.cell)).max(tableLimits.columns),
});
export type TableRow = z.infer<typeof rowSchema>;

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const encodingSchema = z.enum(encodings);
export type Encoding = z.infer<typeof encodingSchema>;
export const separators = ['tab', 'comma', 'semicolon', 'bar', 'none'] as const;
export const separatorSchema = z.enum(separators);
export type Separator = z.infer<typeof separatorSchema>;

/** POST …/import/read?encoding=&separator= → Table. The body is the file, or what was pasted, as UTF-8. */
export const readTableQuerySchema = z.object({
  encoding: encodingSchema.optional(),
  separator: separatorSchema.optional(),
});
export type ReadTableQuery = z.infer<typeof readTableQuerySchema>;
/** A table as it was read, and what was assumed to read it. `encoding` and `separator` are null for a spreadsheet. */
export const tableSchema = z.object({
  format: z.enum(['text', 'xlsx']),
  encoding: encodingSchema.nullable(),
  separator: separatorSchema.nullable(),
  /** A quotation mark is not closed: all of them were taken as signs like others. */
  looseQuotes: z.boolean(),
  rows: z.array(rowSchema).max(tableLimits.rows),
});
export type Table = z.infer<typeof tableSchema>;

/** Why a file is no table that can be read (`table_unreadable`, in `details.why`). */
export type TableFlaw =
  | 'empty'
  | 'oldExcel'
  | 'noTable'
  | 'damaged'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'unpacksTooLarge';

/** What a column holds. `first` and `last` together make the name. */
export const columnSchema = z.enum(['name', 'first', 'last', 'number', 'section', 'pin', 'skip']);
export type Column = z.infer<typeof columnSchema>;

const choiceSchema = z.object({
  line: z.int().min(1).max(10_000_000),
  /** `same`: the student with this id. */
  as: z.enum(['new', 'same', 'skip']),
  studentId: studentIdSchema.nullable().default(null),
});
export type LineChoice = z.infer<typeof choiceSchema>;

const wanted = {
  rows: z.array(rowSchema).min(1).max(tableLimits.rows),
  /** One of each column; null: as the program reads them. */
  columns: z.array(columnSchema).max(tableLimits.columns).nullable().default(null),
  /** Whether the first row holds the names of the columns; null: as it looks. */
  header: z.boolean().nullable().default(null),
  /** For those who are in no section of the file. */
  sectionId: sectionIdSchema.nullable().default(null),
  choices: z.array(choiceSchema).max(tableLimits.rows).default([]),
};
/** POST …/import/preview → Preview. Changes nothing. */
export const previewImportSchema = z.strictObject(wanted);
export type WantedImport = z.infer<typeof previewImportSchema>;
/** POST …/import → Imported. `fingerprint`: of the preview that was looked at; `changed_elsewhere` where it would not happen like that any more. */
export const importSchema = z.strictObject({ ...wanted, fingerprint: z.string().max(80) });

/** What will happen with a line. */
export const lineFates = [
  /** A student who was not known is made. */
  'new',
  /** In the class already, and nothing is to change. */
  'here',
  /** In the class already; `changes` says what becomes different. */
  'changes',
  /** Known from another class; will be in this one as well. */
  'joins',
  /** Like somebody who is known: `candidates`. Nothing happens until it is chosen. */
  'alike',
  /** The line `first` says the same already: left out. */
  'double',
  'skipped',
  'header',
  /** There is no name in it. */
  'empty',
  'nameTooLong',
] as const;
export const lineFateSchema = z.enum(lineFates);
export type LineFate = z.infer<typeof lineFateSchema>;

const candidateSchema = z.object({
  studentId: studentIdSchema,
  name: z.string(),
  number: z.string().nullable(),
  /** Their section, or the other class that they are in. */
  where: z.string().nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const plannedLineSchema = z.object({
  line: z.int(),
  name: z.string(),
  number: z.string().nullable(),
  section: z.string().nullable(),
  pin: z.string().nullable(),
  fate: lineFateSchema,
  changes: z.array(z.enum(['section', 'number', 'pin', 'back'])),
  /** Who it may be; who joins. */
  candidates: z.array(candidateSchema),
  /** The teacher decided it so. */
  chosen: z.enum(['new', 'same', 'skip']).nullable(),
  first: z.int().nullable(),
  /** A text that looks like a formula is kept as text; what does not fit is left out. */
  notes: z.array(z.enum(['formula', 'numberLeftOut', 'sectionLeftOut', 'pinLeftOut'])),
});
export type PlannedLine = z.infer<typeof plannedLineSchema>;

export const previewSchema = z.object({
  columns: z.array(columnSchema),
  header: z.boolean(),
  lines: z.array(plannedLineSchema),
  /** Sections that will be made, by name. */
  newSections: z.array(z.string()),
  /** How many lines come to each fate. */
  counts: z.record(lineFateSchema, z.int()),
  fingerprint: z.string(),
});
export type Preview = z.infer<typeof previewSchema>;

export const importedSchema = z.object({
  made: z.int(),
  joined: z.int(),
  changed: z.int(),
  sections: z.int(),
  /** For POST …/import/undo; known until the program ends. */
  undo: z.string(),
});
export type Imported = z.infer<typeof importedSchema>;
/** POST …/import/undo → 204; `not_found` where it is not known any more. */
export const undoImportSchema = z.strictObject({ undo: z.string().max(80) });
