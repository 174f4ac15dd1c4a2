import type { ClassStudent, Section } from '../../contract/classes.ts';
import { longest } from '../../contract/classes.ts';
import type { SectionId, StudentId } from '../../contract/ids.ts';
import type {
  Candidate,
  LineChoice,
  PlannedLine,
  WantedImport,
} from '../../contract/student-import.ts';
import { createAlike } from './alike.ts';
import { columnsOf } from './columns.ts';
import { folded } from './folded.ts';
import type { ReadLine } from './lines.ts';
import { readLine } from './lines.ts';

/** Somebody whom the teacher knows, but not from this class. */
export type Elsewhere = {
  studentId: StudentId;
  name: string;
  number: string | null;
  where: string;
};

/** The class as it is before an import. */
export type ClassNow = {
  /** Enrolled now, archived ones too. */
  students: readonly ClassStudent[];
  sections: readonly Section[];
  elsewhere: readonly Elsewhere[];
};

/** A line's plan and whom it is about; null: nobody, or somebody who is to be made. */
export type LinePlan = { line: PlannedLine; studentId: StudentId | null };
export type ImportPlan = Pick<WantedImport, 'sectionId'> & {
  columns: ReturnType<typeof columnsOf>['columns'];
  header: boolean;
  lines: LinePlan[];
  /** By name, in the order of the file. */
  newSections: string[];
};

/**
 * What an import would do, line by line: every row comes to exactly one fate, in its order. Pure. A generator, so that thousands of lines can be
 * planned between other work; what it yields means nothing.
 */
export function* plan(wanted: WantedImport, now: ClassNow): Generator<void, ImportPlan> {
  const guess = columnsOf(wanted.rows);
  const columns = wanted.columns ?? guess.columns;
  const header = wanted.header ?? guess.header;
  const choices = new Map(wanted.choices.map((choice) => [choice.line, choice]));
  const people = createPeople(now);
  const sections = createSections(now.sections);
  const seen = createSeen();
  const lines: LinePlan[] = [];
  for (const [index, row] of wanted.rows.entries()) {
    if (index % 200 === 199) yield;
    const read = readLine(row, columns);
    if (header && index === 0) lines.push(fated(read, 'header'));
    else if (read.name === '') lines.push(fated(read, 'empty'));
    else if (read.name.length > longest.studentName) lines.push(fated(read, 'nameTooLong'));
    else lines.push(planned(read, choices.get(read.line), { people, sections, seen }));
  }
  return { columns, header, lines, newSections: sections.made(), sectionId: wanted.sectionId };
}

type Memory = {
  people: ReturnType<typeof createPeople>;
  sections: ReturnType<typeof createSections>;
  seen: ReturnType<typeof createSeen>;
};

function fated(
  read: ReadLine,
  fate: PlannedLine['fate'],
  more: Partial<PlannedLine> = {},
  studentId: StudentId | null = null,
): LinePlan {
  return {
    line: { ...read, fate, changes: [], candidates: [], chosen: null, first: null, ...more },
    studentId,
  };
}

/** The fate of a line that has a name. */
function planned(
  read: ReadLine,
  choice: LineChoice | undefined,
  { people, sections, seen }: Memory,
): LinePlan {
  const named = choice?.studentId ? people.known(choice.studentId) : null;
  const found = people.find(read);
  const chosen = choice?.as ?? null;
  // What was decided can be decided otherwise: who it might have been stays in sight, the one who was chosen first.
  const told = chosen === null ? {} : { chosen, candidates: people.candidates(named, found) };
  if (choice?.as === 'skip') return fated(read, 'skipped', told);
  const first = seen.line(read);
  if (first !== null && choice?.as !== 'new') return fated(read, 'double', { ...told, first });
  seen.add(read);
  const made = (): LinePlan => {
    sections.use(read.section);
    return fated(read, 'new', told);
  };
  if (choice?.as === 'new') return made();

  const sure = named ?? found.sure;
  if (!sure && found.candidates.length === 0) return made();
  if (!sure) return fated(read, 'alike', { candidates: found.candidates });
  const taken = seen.student(sure.studentId);
  if (taken !== null) return fated(read, 'double', { ...told, first: taken });
  seen.addStudent(sure.studentId, read.line);
  sections.use(read.section);
  if (!sure.here) {
    const candidates = people.candidates(sure, found);
    return fated(read, 'joins', { chosen, candidates }, sure.studentId);
  }
  const changes = changesOf(read, sure.here, sections);
  const fate = changes.length > 0 ? 'changes' : 'here';
  return fated(read, fate, { ...told, changes }, sure.studentId);
}

function changesOf(
  read: ReadLine,
  here: ClassStudent,
  sections: Memory['sections'],
): PlannedLine['changes'] {
  const changes: PlannedLine['changes'] = [];
  if (here.archivedAt !== null) changes.push('back');
  if (read.section !== null && !sections.is(read.section, here.sectionId)) changes.push('section');
  if (read.number !== null && read.number !== here.number) changes.push('number');
  if (read.pin !== null && read.pin !== here.pin) changes.push('pin');
  return changes;
}

type Known = { studentId: StudentId; name: string; here: ClassStudent | null };

/** Finds who a line is about. */
function createPeople({ students, sections, elsewhere }: ClassNow) {
  const sectionNames = new Map(sections.map(({ id, name }) => [id, name]));
  const byId = new Map<StudentId, Known & Candidate>();
  const byNumber = new Map<string, Known[]>();
  const byName = new Map<string, Known[]>();
  const put = (map: Map<string, Known[]>, key: string, one: Known): void => {
    const there = map.get(key);
    if (there) there.push(one);
    else map.set(key, [one]);
  };
  for (const student of students) {
    const { id: studentId, name, number, sectionId } = student;
    const where = sectionId === null ? null : (sectionNames.get(sectionId) ?? null);
    byId.set(studentId, { studentId, name, number, where, here: student });
  }
  for (const one of elsewhere)
    if (!byId.has(one.studentId)) byId.set(one.studentId, { ...one, here: null });
  for (const one of byId.values()) {
    if (one.number !== null) put(byNumber, one.number, one);
    put(byName, folded(one.name), one);
  }
  const alike = createAlike(students, ({ name }) => name);
  const candidate = (studentId: StudentId): Candidate[] => {
    const one = byId.get(studentId);
    return one ? [{ studentId, name: one.name, number: one.number, where: one.where }] : [];
  };
  const numberOf = ({ studentId }: Known) => byId.get(studentId)?.number ?? null;
  /** Two numbers are two students. */
  const mayBe = (read: ReadLine, one: Known) =>
    read.number === null || numberOf(one) === null || read.number === numberOf(one);

  return {
    /** Who a line may be about, the one who is meant first. */
    candidates(meant: Known | null, found: { candidates: Candidate[] }): Candidate[] {
      if (!meant) return found.candidates;
      const others = found.candidates.filter(({ studentId }) => studentId !== meant.studentId);
      return [...candidate(meant.studentId), ...others];
    },
    known: (studentId: StudentId): Known | null => byId.get(studentId) ?? null,
    /** `sure`: there is no doubt; else who it might be. */
    find(read: ReadLine): { sure: Known | null; candidates: Candidate[] } {
      const name = folded(read.name);
      const numbered = read.number === null ? [] : (byNumber.get(read.number) ?? []);
      const same = numbered.filter((one) => folded(one.name) === name);
      if (same.length === 1) return { sure: same[0] ?? null, candidates: [] };
      const named = (byName.get(name) ?? []).filter((one) => mayBe(read, one));
      const [exact, ...more] = named.filter(
        (one) => one.here !== null && one.name.toLowerCase() === read.name.toLowerCase(),
      );
      if (exact && more.length === 0 && numbered.length === 0)
        return { sure: exact, candidates: [] };
      const near = alike.find(read.name).map(({ id }) => byId.get(id));
      const all = [...numbered, ...named, ...near.filter((one) => one !== undefined)].filter(
        (one) => numbered.includes(one) || mayBe(read, one),
      );
      const ids = [...new Set(all.map(({ studentId }) => studentId))];
      return { sure: null, candidates: ids.slice(0, 5).flatMap(candidate) };
    },
  };
}

/** Sections by name, also those that the import makes. */
function createSections(there: readonly Section[]) {
  const ids = new Map<string, SectionId>(there.map(({ id, name }) => [folded(name), id]));
  const made = new Map<string, string>();
  return {
    is: (name: string, id: SectionId | null): boolean => ids.get(folded(name)) === (id ?? ''),
    use(name: string | null): void {
      if (name !== null && !ids.has(folded(name)) && !made.has(folded(name)))
        made.set(folded(name), name);
    },
    made: (): string[] => [...made.values()],
  };
}

/** What the lines before have said. */
function createSeen() {
  const numbers = new Map<string, number>();
  const names = new Map<string, { line: number; number: string | null }[]>();
  const students = new Map<StudentId, number>();
  return {
    /** The line that says the same student; null: none. Of one name with two numbers there are two students. */
    line({ name, number }: ReadLine): number | null {
      const byNumber = number === null ? undefined : numbers.get(`${number}|${folded(name)}`);
      if (byNumber !== undefined) return byNumber;
      const same = names
        .get(folded(name))
        ?.find((one) => one.number === number || one.number === null || number === null);
      return same?.line ?? null;
    },
    add({ line, name, number }: ReadLine): void {
      if (number !== null) numbers.set(`${number}|${folded(name)}`, line);
      names.set(folded(name), [...(names.get(folded(name)) ?? []), { line, number }]);
    },
    student: (studentId: StudentId) => students.get(studentId) ?? null,
    addStudent: (studentId: StudentId, line: number) => void students.set(studentId, line),
  };
}
