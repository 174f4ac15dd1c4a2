import type { StudentHistory, StudentLesson } from '../../../lan-server/contract/history.ts';

export type StudentFigures = {
  right: number;
  keyed: number;
  answered: number;
  asked: number;
  /** Lessons in which they were there, also late, of those that count for attendance. */
  there: number;
  late: number;
  lessons: number;
};

/** All lessons together; a question that nobody could answer counts nowhere. */
export function figuresOf({ lessons }: Pick<StudentHistory, 'lessons'>): StudentFigures {
  const sum = (of: (lesson: StudentLesson) => number) =>
    lessons.reduce((total, lesson) => total + of(lesson), 0);
  // What was missed says nothing about what is known.
  const there = lessons.filter(({ attendance }) => wasThere(attendance));
  return {
    right: there.reduce((total, { right }) => total + right, 0),
    keyed: there.reduce((total, { keyed }) => total + keyed, 0),
    answered: sum(({ answered }) => answered),
    asked: sum(({ asked }) => asked),
    there: there.length,
    late: lessons.filter(({ attendance }) => attendance === 'late').length,
    lessons: lessons.filter(({ attendance }) => attendance !== 'excused').length,
  };
}

/** Share of right answers in a lesson, 0 to 1; null where none could be had or the student was not there. */
export function shareOf({ right, keyed, attendance }: StudentLesson): number | null {
  return keyed === 0 || !wasThere(attendance) ? null : right / keyed;
}

function wasThere(attendance: StudentLesson['attendance']): boolean {
  return attendance === 'present' || attendance === 'late';
}
