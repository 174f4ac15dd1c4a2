import { z } from 'zod';

/** Admins look after the school and its teachers; both roles teach. */
export const roleSchema = z.enum(['admin', 'teacher']);
export type Role = z.infer<typeof roleSchema>;

/** Who somebody is to an object: it is theirs, they were invited to it, or neither. */
export type Relation = 'owner' | 'coTeacher' | 'none';

/** Who has a right: an admin whatever the object, the object's owner, or a co-teacher of it. `anyone`: every teacher who is signed in. */
type Holder = 'admin' | 'owner' | 'coTeacher' | 'anyone';

/** Who may do what. Every check and docs/roles.md read this table; what is not in it nobody may do. */
export const rights = {
  /** One's own name, language, password and devices. */
  'account.change': ['anyone'],
  /** Name, logo, language, week and how long things are kept. */
  'school.change': ['admin'],
  /** Invite teachers, change their roles, let them go. */
  'teachers.manage': ['admin'],
  /** The school's settings, and the names of those who teach here. */
  'school.read': ['anyone'],
  'quizzes.make': ['anyone'],
  'quiz.use': ['owner'],
  'classes.make': ['anyone'],
  'class.read': ['admin', 'owner', 'coTeacher'],
  /** Students, sections and what they are called. */
  'class.change': ['admin', 'owner', 'coTeacher'],
  /** Invite co-teachers, archive, hand over. */
  'class.manage': ['admin', 'owner'],
  'lessons.make': ['anyone'],
  /** Console and results. */
  'lesson.read': ['owner', 'coTeacher'],
  /** Everything that happens while it runs, attendance and corrections afterwards. */
  'lesson.run': ['owner', 'coTeacher'],
  /** Invite co-teachers, cancel, delete. */
  'lesson.manage': ['owner'],
  'plans.make': ['anyone'],
  /** Of a lesson that is planned: whoever teaches its class sees it. */
  'plan.read': ['owner', 'coTeacher'],
  /** Start it, be asked later, make it longer. */
  'plan.run': ['owner', 'coTeacher'],
  /** Edit, move, cancel. */
  'plan.change': ['owner'],
  /** History and export of one student; the object is a class that the student is or was in. */
  'student.read': ['admin', 'owner', 'coTeacher'],
  /** Name, number, PIN and picture. */
  'student.change': ['admin', 'owner', 'coTeacher'],
  'student.erase': ['admin', 'owner'],
  /** Backups, restore, diagnostics, addresses: the whole laptop. */
  'laptop.manage': ['admin'],
  /** Keys for the school's own scripts. */
  'keys.manage': ['admin'],
} as const satisfies Record<string, readonly Holder[]>;
export type Right = keyof typeof rights;

/** What a right is about; of one without an object the laptop or the school. */
export type Subject = 'quiz' | 'class' | 'lesson' | 'plan' | 'student';

/** The right without which somebody does not learn that an object is there: they are answered as if it were not. */
export const readRights = {
  quiz: 'quiz.use',
  class: 'class.read',
  lesson: 'lesson.read',
  plan: 'plan.read',
  student: 'student.read',
} as const satisfies Record<Subject, Right>;

/** The kind of object that a right is about, or null where it is about none. */
export function subjectOf(right: Right): Subject | null {
  const [subject] = right.split('.');
  return subject !== undefined && subject in readRights ? (subject as Subject) : null;
}

/** Whether somebody of this role, and with this relation to the object in question, may do it. */
export function may(right: Right, role: Role, relation: Relation = 'none'): boolean {
  const holders: readonly Holder[] = rights[right];
  return (
    holders.includes('anyone') ||
    (role === 'admin' && holders.includes('admin')) ||
    (relation !== 'none' && holders.includes(relation))
  );
}
