import type { TeacherId } from './contract/ids.ts';
import type { PeoplePort } from './ports.ts';

/** The teachers' names as students see them at the door. */
export type TeacherNames = {
  /** Empty where nobody has this id. */
  of(teacherId: TeacherId): string;
  /** Of the first teacher of this laptop; empty before the welcome. */
  first(): string;
  /** The same people; a name that is written through it is known here at once. */
  people: PeoplePort;
};

/** Keeps the names at hand, so that the door need not ask the database for each phone. */
export async function createTeacherNames(people: PeoplePort): Promise<TeacherNames> {
  const names = new Map((await people.teachers()).map(({ id, name }) => [id, name]));
  return {
    of: (teacherId) => names.get(teacherId) ?? '',
    first: () => names.values().next().value ?? '',
    people: {
      ...people,
      async createTeacher(row) {
        await people.createTeacher(row);
        names.set(row.id, row.name);
      },
      async updateTeacher(id, change) {
        await people.updateTeacher(id, change);
        if (change.name !== undefined) names.set(id, change.name);
      },
    },
  };
}
