import type { ClassId, SectionId } from '../../contract/ids.ts';
import type { PeopleChange } from '../../ports.ts';
import { createSeeds } from '../students.ts';
import { folded } from './folded.ts';
import type { ClassNow, ImportPlan, LinePlan } from './plan.ts';

/** What a plan does to the tables, and what takes it back, each in the order in which it is done. */
export type Steps = { forward: PeopleChange[]; back: PeopleChange[] };

/** Turns a plan into steps: nothing happens that is not in it. */
export function stepsOf(
  { lines, newSections, sectionId }: ImportPlan,
  now: ClassNow,
  classId: ClassId,
  newId: () => string,
): Steps {
  const forward: PeopleChange[] = [];
  const back: PeopleChange[] = [];
  const sections = new Map(now.sections.map(({ id, name }) => [folded(name), id]));
  for (const name of newSections) {
    const id = newId();
    sections.set(folded(name), id);
    forward.push({ do: 'makeSection', section: { id, classId, name } });
    back.unshift({ do: 'unmakeSection', sectionId: id });
  }
  const sectionOf = (name: string | null): SectionId | null =>
    name === null ? sectionId : (sections.get(folded(name)) ?? sectionId);
  const here = new Map(now.students.map((student) => [student.id, student]));
  const seeds = createSeeds(now.students, newId);

  const make = ({ line: { name, number, pin, section } }: LinePlan): void => {
    const student = { id: newId(), name, number, pin, avatar: seeds.next() };
    forward.push(
      { do: 'makeStudent', student },
      { do: 'enrol', studentId: student.id, classId, sectionId: sectionOf(section) },
    );
    back.unshift({ do: 'unmakeStudent', studentId: student.id, classId });
  };
  const change = ({ line, studentId }: LinePlan): void => {
    const before = studentId === null ? undefined : here.get(studentId);
    if (!before || studentId === null) return;
    const { changes, number, pin, section } = line;
    if (changes.includes('back')) {
      forward.push({ do: 'archive', studentId, archived: false });
      back.unshift({ do: 'archive', studentId, archived: true });
    }
    if (changes.includes('section')) {
      forward.push({ do: 'enrol', studentId, classId, sectionId: sectionOf(section) });
      back.unshift({ do: 'enrol', studentId, classId, sectionId: before.sectionId });
    }
    if (changes.includes('number') || changes.includes('pin')) {
      const fresh = {
        ...(changes.includes('number') ? { number } : {}),
        ...(changes.includes('pin') ? { pin } : {}),
      };
      forward.push({ do: 'changeStudent', studentId, change: fresh });
      const old = { number: before.number, pin: before.pin };
      back.unshift({ do: 'changeStudent', studentId, change: old });
    }
  };

  for (const planned of lines) {
    const { fate, section } = planned.line;
    const { studentId } = planned;
    if (fate === 'new') make(planned);
    else if (fate === 'changes') change(planned);
    else if (fate === 'joins' && studentId !== null) {
      forward.push({ do: 'enrol', studentId, classId, sectionId: sectionOf(section) });
      back.unshift({ do: 'leave', studentId, classId });
    }
  }
  return { forward, back };
}
