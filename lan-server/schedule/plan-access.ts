import type { QuizId, TeacherId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { may } from '../contract/rights.ts';
import type { Right, Role } from '../contract/rights.ts';
import type { PlannedSettings } from '../contract/schedule.ts';
import type { PlannedRecord, SchedulePort } from '../ports/schedule.ts';

/** Who asks. */
export type By = { id: TeacherId; role: Role };

export type PlanAccess = {
  /** The occurrence, where this teacher may do that with it; `not_found` for what they may not even see. */
  allowed(by: By, id: string, right: Right): Promise<PlannedRecord | Rejection>;
  /** Null: what the plan is made of may be used by this teacher. */
  refusedContent(by: By, lesson: PlannedSettings): Promise<Rejection | null>;
};

/** Who may do what with which plan. */
export function createPlanAccess({
  port,
  quizKnown,
}: {
  port: SchedulePort;
  /** Whether this quiz can be used by this teacher. */
  quizKnown: (ownerId: TeacherId, quizId: QuizId) => Promise<boolean>;
}): PlanAccess {
  return {
    async allowed(by, id, right) {
      const row = await port.get(id);
      if (!row) return reject('not_found');
      const relation = await port.relation(by.id, row);
      if (!may('plan.read', by.role, relation)) return reject('not_found');
      return may(right, by.role, relation) ? row : reject('forbidden');
    },
    async refusedContent(by, { quizId, classId, sectionId }) {
      if (quizId !== null && !(await quizKnown(by.id, quizId))) return reject('not_found');
      if (classId === null) return sectionId === null ? null : reject('not_found');
      const relation = await port.classRelation(by.id, classId, sectionId);
      return relation === null || relation === 'none' ? reject('not_found') : null;
    },
  };
}
