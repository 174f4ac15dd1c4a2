import type { QuizId, TeacherId } from '../contract/ids.ts';
import type { Planned } from '../contract/schedule.ts';
import type { SchedulePort } from '../ports/schedule.ts';
import { createPlanAccess } from './plan-access.ts';
import type { By } from './plan-access.ts';
import { createPlanEdits } from './plan-edits.ts';
import type { PlanEdits } from './plan-edits.ts';
import { createPlanLists, mostListed } from './plan-lists.ts';
import type { PlanLists } from './plan-lists.ts';
import { createPlanRuns } from './plan-runs.ts';
import type { OpenPlanned, PlanRuns } from './plan-runs.ts';
import { createPlanShown } from './plan-shown.ts';
import type { LessonStatus } from './plan-shown.ts';

export type Plans = PlanLists & PlanEdits & PlanRuns;

/** The rules of plans: what an occurrence is made of, and who may change it. What they do at which moment is due.ts. */
export function createPlans(deps: {
  port: SchedulePort;
  /** The school's time zone, an IANA name. */
  zone: () => string;
  /** ms since 1970 by the laptop's clock. */
  now: () => number;
  newId: () => string;
  /** Whether this quiz can be used by this teacher. */
  quizKnown: (ownerId: TeacherId, quizId: QuizId) => Promise<boolean>;
  lessonStatus: LessonStatus;
  open: OpenPlanned;
  /** Something is otherwise now: whoever watches looks again. */
  changed: () => void;
}): Plans {
  const { port } = deps;
  const access = createPlanAccess(deps);
  const { shown, statusOf } = createPlanShown(deps);

  async function afterwards(by: By, ids: readonly string[]): Promise<Planned[]> {
    deps.changed();
    const rows: Planned[] = [];
    for (const id of ids.slice(0, mostListed)) {
      const row = await port.get(id);
      if (row) rows.push(shown(row, by.id));
    }
    return rows;
  }

  return {
    ...createPlanLists({ ...deps, access, shown }),
    ...createPlanEdits({ ...deps, access, afterwards }),
    ...createPlanRuns({ ...deps, access, statusOf, afterwards }),
  };
}
