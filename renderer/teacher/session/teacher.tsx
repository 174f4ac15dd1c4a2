import { createContext, useContext } from 'react';
import type { Session } from '../../../lan-server/contract/api.ts';

/** The teacher who is signed in. */
export type Teacher = NonNullable<Session['teacher']>;

const TeacherContext = createContext<Teacher | null>(null);
export const TeacherProvider = TeacherContext.Provider;

/** The teacher who is signed in: `const teacher = useTeacher()`. */
export function useTeacher(): Teacher {
  const teacher = useContext(TeacherContext);
  if (!teacher) throw new Error('useTeacher needs SessionGate above it');
  return teacher;
}
