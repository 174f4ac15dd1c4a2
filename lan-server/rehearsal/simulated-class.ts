import { randomBytes } from 'node:crypto';
import type { Random } from '../questions/kind.ts';
import { nameOfStudent } from './names.ts';
import { startStudent } from './simulated-student.ts';
import type { SimulatedStudent } from './simulated-student.ts';

/** What has happened so far; `refused` counts refusals by their code. */
export type ClassReport = {
  students: number;
  joined: number;
  answered: number;
  refused: Record<string, number>;
};

export type SimulatedClass = {
  /** Brings the class to `students`; those who are there stay. */
  grow(students: number): void;
  report(): ClassReport;
  stop(): void;
};

/** A class for rehearsing: students over real sockets, who come in one by one as a class comes through the door. */
export function createSimulatedClass(deps: {
  url: string;
  code: string;
  random?: Random;
  /** Scales how long they think and how slowly they come in; 1 is a believable class. */
  pace?: number;
  onChange?: (report: ClassReport) => void;
  /** The lesson is over and the class has gone home. */
  onEnd?: () => void;
}): SimulatedClass {
  const { random = Math.random, pace = 1 } = deps;
  const students: SimulatedStudent[] = [];
  const coming = new Set<NodeJS.Timeout>();
  const report: ClassReport = { students: 0, joined: 0, answered: 0, refused: {} };
  const changed = () => deps.onChange?.(report);

  function stop() {
    for (const timer of coming) clearTimeout(timer);
    coming.clear();
    for (const student of students) student.stop();
    students.length = 0;
    report.students = 0;
  }

  function bringIn(index: number) {
    students.push(
      startStudent({
        url: deps.url,
        code: deps.code,
        name: nameOfStudent(index),
        device: randomBytes(24).toString('base64url'),
        random,
        pace,
        newId: () => randomBytes(12).toString('base64url'),
        on: {
          joined() {
            report.joined += 1;
            changed();
          },
          answered() {
            report.answered += 1;
            changed();
          },
          refused(code) {
            report.refused[code] = (report.refused[code] ?? 0) + 1;
            changed();
          },
          left() {
            stop();
            deps.onEnd?.();
          },
        },
      }),
    );
  }

  return {
    grow(wanted) {
      for (let index = report.students; index < wanted; index += 1) {
        const timer = setTimeout(
          () => {
            coming.delete(timer);
            bringIn(index);
          },
          random() * 4000 * pace,
        );
        coming.add(timer);
      }
      report.students = Math.max(report.students, wanted);
      changed();
    },
    report: () => ({ ...report, refused: { ...report.refused } }),
    stop,
  };
}
