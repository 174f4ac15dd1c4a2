import type { KindTexts } from '../questions/texts/en.ts';
import type api from './en/api.json';
import type classes from './en/classes.json';
import type board from './en/board.json';
import type console from './en/console.json';
import type errors from './en/errors.json';
import type game from './en/game.json';
import type history from './en/history.json';
import type projector from './en/projector.json';
import type questions from './en/questions.json';
import type results from './en/results.json';
import type roll from './en/roll.json';
import type roster from './en/roster.json';
import type safety from './en/safety.json';
import type schedule from './en/schedule.json';
import type staff from './en/staff.json';
import type student from './en/student.json';
import type teacher from './en/teacher.json';
import type ui from './en/ui.json';

/** The shape of all texts of one language: one area a file, English being the model for the others. */
export type Texts = {
  /** What runs and what comes, at the page of a class on a phone. */
  board: typeof board;
  /** Keys of the school's own scripts, and the page that describes what they open. */
  api: typeof api;
  /** Classes, sections, students and their import. */
  classes: typeof classes;
  console: typeof console;
  errors: typeof errors;
  /** Points, places and teams, on the teacher's pages and the wall. */
  game: typeof game;
  /** One student across lessons, what is kept, the summary of a lesson. */
  history: typeof history;
  /** Each kind of question brings its own, in its folder. */
  kinds: KindTexts;
  projector: typeof projector;
  questions: typeof questions;
  results: typeof results;
  /** Lists of names: on phones, in a part of its own. */
  roll: typeof roll;
  /** The same for the teacher, and attendance. */
  roster: typeof roster;
  /** Backups, rescue, signed-in devices, diagnostics. */
  safety: typeof safety;
  /** Lessons in time, on the teacher's pages. */
  schedule: typeof schedule;
  /** Several teachers: signing in, the school, accounts, co-teachers. */
  staff: typeof staff;
  student: typeof student;
  teacher: typeof teacher;
  ui: typeof ui;
};

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
// A plural is known by its form for “other”: errors.too_many is none.
type WithoutForm<Key extends string, All extends string> = Key extends `${infer Base}_${PluralForm}`
  ? `${Base}_other` extends All
    ? Base
    : Key
  : Key;
type Leaves<Node, Path extends string> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Path}${WithoutForm<Key, keyof Node & string>}`
    : Leaves<Node[Key], `${Path}${Key}.`>;
}[keyof Node & string];

/** Every text there is, as a dotted path: 'student.join.title'. Plurals are named without their form. */
export type TextKey = Leaves<Texts, ''>;
