import { createContext, useContext } from 'react';
import type { Session } from '../../../lan-server/contract/api.ts';

/** The teacher who is signed in. */
export type Teacher = NonNullable<Session['teacher']>;

const SessionContext = createContext<(Session & { teacher: Teacher }) | null>(null);
export const SessionProvider = SessionContext.Provider;

function useSession(): Session & { teacher: Teacher } {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useTeacher needs SessionGate above it');
  return session;
}

/** The teacher who is signed in: `const teacher = useTeacher()`. */
export function useTeacher(): Teacher {
  return useSession().teacher;
}

/** Whether others teach on this laptop too. */
export function useSeveral(): boolean {
  return useSession().several === true;
}

/** Empty where nobody has said it. */
export function useSchoolName(): string {
  return useSession().school?.name ?? '';
}

/** The days of the week, 1 Monday … 7 Sunday, in the order that the school counts them in. */
export function useWeekdays(): number[] {
  const first = { monday: 1, saturday: 6, sunday: 7 }[useSession().school?.weekStart ?? 'monday'];
  return Array.from({ length: 7 }, (_, index) => ((first - 1 + index) % 7) + 1);
}
