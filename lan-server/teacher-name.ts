import type { Accounts } from './people/accounts.ts';
import type { TeacherRow } from './ports.ts';

/** The teacher's name as students see it at the door; empty before the welcome. */
export type TeacherName = {
  name(): string;
  /** The same accounts; a name that they change is known here at once. */
  following(accounts: Accounts): Accounts;
};

/** Keeps the name at hand, so that the door need not ask the database for each phone. */
export function createTeacherName(teacher: TeacherRow | null): TeacherName {
  let name = teacher?.name ?? '';
  function note<T extends object>(result: T): T {
    if ('name' in result && typeof result.name === 'string') ({ name } = result);
    return result;
  }
  return {
    name: () => name,
    following: (accounts) => ({
      ...accounts,
      setUp: async (by, wanted) => note(await accounts.setUp(by, wanted)),
      change: async (by, wanted) => note(await accounts.change(by, wanted)),
    }),
  };
}
