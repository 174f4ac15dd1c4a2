import type { Simulation } from '../contract/api.ts';
import type { LessonId } from '../contract/ids.ts';
import { createSimulatedClass } from './simulated-class.ts';
import type { SimulatedClass } from './simulated-class.ts';

export type Rehearsals = {
  /** Brings a simulated class into the lesson, or enlarges the one that is there. */
  start(lessonId: LessonId, code: string, students: number): Simulation;
  status(lessonId: LessonId): Simulation;
  stop(lessonId: LessonId): void;
  stopAll(): void;
};

/** The simulated classes of all lessons; `url` is where this program's own door is. */
export function createRehearsals({ url }: { url: () => string }): Rehearsals {
  const classes = new Map<LessonId, SimulatedClass>();

  function status(lessonId: LessonId): Simulation {
    const report = classes.get(lessonId)?.report();
    return {
      students: report?.students ?? 0,
      joined: report?.joined ?? 0,
      running: report !== undefined,
    };
  }

  function stop(lessonId: LessonId) {
    classes.get(lessonId)?.stop();
    classes.delete(lessonId);
  }

  return {
    start(lessonId, code, students) {
      const simulated =
        classes.get(lessonId) ??
        createSimulatedClass({ url: url(), code, onEnd: () => void classes.delete(lessonId) });
      classes.set(lessonId, simulated);
      simulated.grow(students);
      return status(lessonId);
    },
    status,
    stop,
    stopAll() {
      for (const lessonId of classes.keys()) stop(lessonId);
    },
  };
}
