import type { ClassStudent, SchoolClass } from '../../lan-server/contract/classes.ts';
import type { Teacher } from './teacher.ts';

export type TestClass = {
  id: string;
  code: string;
  /** By name. */
  student(name: string): ClassStudent;
};

/** A class with these students, made as the teacher's page makes it. */
export async function makeClass(
  teacher: Teacher,
  students: { name: string; pin?: string }[],
  name = 'Biology 9',
): Promise<TestClass> {
  const made = await teacher.call<SchoolClass>('POST', '/classes', { name });
  const added =
    students.length === 0
      ? { students: [] }
      : await teacher.call<{ students: ClassStudent[] }>('POST', `/classes/${made.id}/students`, {
          students,
        });
  return {
    id: made.id,
    code: made.code,
    student(wanted) {
      const found = added.students.find((one) => one.name === wanted);
      if (!found) throw new Error(`no student ${wanted}`);
      return found;
    },
  };
}
