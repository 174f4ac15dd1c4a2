import { createHash } from 'node:crypto';
import type { ClassId } from '../../contract/ids.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Rejection } from '../../contract/rejections.ts';
import { lineFates } from '../../contract/student-import.ts';
import type { Imported, Preview, WantedImport } from '../../contract/student-import.ts';
import type { ClassesPort, PeopleChange, StudentsPort } from '../../ports.ts';
import type { Asker } from '../asker.ts';
import { refusal } from '../asker.ts';
import { most } from '../classes.ts';
import { mostStudents } from '../students.ts';
import type { ClassNow, ImportPlan } from './plan.ts';
import { plan } from './plan.ts';
import { stepsOf } from './steps.ts';

/** So many imports can be taken back, the newest. */
const kept = 30;

export type StudentImport = {
  /** What would happen. Changes nothing. */
  preview(asker: Asker, classId: ClassId, wanted: WantedImport): Promise<Preview | Rejection>;
  /** Does what the preview with this fingerprint said, all or nothing; `changed_elsewhere` brings the new one in `details.preview`. */
  run(
    asker: Asker,
    classId: ClassId,
    wanted: WantedImport & { fingerprint: string },
  ): Promise<Imported | Rejection>;
  undo(asker: Asker, classId: ClassId, undo: string): Promise<Rejection | undefined>;
};

/** Students out of a table, looked at line by line before anything is written. */
export function createStudentImport({
  classes,
  students,
  now,
  newId,
  pause,
}: {
  classes: ClassesPort;
  students: StudentsPort;
  now: () => number;
  newId: () => string;
  /** Lets others have their turn. */
  pause: () => Promise<void>;
}): StudentImport {
  const undos = new Map<string, { classId: ClassId; back: PeopleChange[] }>();

  const refused = async (asker: Asker, classId: ClassId) =>
    refusal(asker, 'class.change', await classes.get(classId, asker.id));
  const classNow = async (asker: Asker, classId: ClassId): Promise<ClassNow> => ({
    students: [
      ...(await students.ofClass(classId, false)),
      ...(await students.ofClass(classId, true)),
    ],
    sections: await classes.sections(classId),
    elsewhere: await students.elsewhere(classId, asker.id, asker.role === 'admin'),
  });
  const planned = async (wanted: WantedImport, klass: ClassNow): Promise<ImportPlan> => {
    const work = plan(wanted, klass);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value;
      await pause();
    }
  };
  const tooMany = ({ lines, newSections }: ImportPlan, klass: ClassNow): boolean =>
    klass.students.length + lines.filter(({ line }) => line.fate === 'new').length > mostStudents ||
    klass.sections.length + newSections.length > most.sections;

  return {
    async preview(asker, classId, wanted) {
      const no = await refused(asker, classId);
      if (no) return no;
      const klass = await classNow(asker, classId);
      if (!hasSection(klass, wanted)) return reject('not_found');
      return previewOf(await planned(wanted, klass));
    },
    async run(asker, classId, { fingerprint, ...wanted }) {
      const no = await refused(asker, classId);
      if (no) return no;
      const klass = await classNow(asker, classId);
      if (!hasSection(klass, wanted)) return reject('not_found');
      const plan = await planned(wanted, klass);
      const preview = previewOf(plan);
      if (preview.fingerprint !== fingerprint) return reject('changed_elsewhere', { preview });
      if (tooMany(plan, klass)) return reject('too_large');
      const { forward, back } = stepsOf(plan, klass, classId, newId);
      await students.apply(forward, now());
      const undo = newId();
      undos.set(undo, { classId, back });
      for (const oldest of [...undos.keys()].slice(0, -kept)) undos.delete(oldest);
      return {
        made: preview.counts.new,
        joined: preview.counts.joins,
        changed: preview.counts.changes,
        sections: preview.newSections.length,
        undo,
      };
    },
    async undo(asker, classId, undo) {
      const no = await refused(asker, classId);
      if (isRejection(no)) return no;
      const known = undos.get(undo);
      if (known?.classId !== classId) return reject('not_found');
      undos.delete(undo);
      await students.apply(known.back, now());
      return undefined;
    },
  };
}

function hasSection({ sections }: ClassNow, { sectionId }: WantedImport): boolean {
  return sectionId === null || sections.some(({ id }) => id === sectionId);
}

function previewOf({ columns, header, lines, newSections, sectionId }: ImportPlan): Preview {
  const told = lines.map(({ line }) => line);
  const counts = Object.fromEntries(
    lineFates.map((fate) => [fate, told.filter((line) => line.fate === fate).length]),
  ) as Preview['counts'];
  const whole = JSON.stringify([columns, header, lines, newSections, sectionId]);
  const fingerprint = createHash('sha256').update(whole).digest('base64url');
  return { columns, header, lines: told, newSections, counts, fingerprint };
}
