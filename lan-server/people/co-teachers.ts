import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { CoTeachers } from '../contract/staff.ts';
import type { PeoplePort, RelationsPort, Shared } from '../ports.ts';

export type CoTeaching = {
  /** Who teaches it; `not_found` where it is not there. `mayInvite`: what the table of rights says of who asks. */
  of(shared: Shared, mayInvite: boolean): Promise<CoTeachers | Rejection>;
  /** `already_invited` also for the owner, `not_found` for somebody who does not teach here any more. */
  invite(shared: Shared, teacherId: string): Promise<CoTeachers | Rejection>;
  /** What they have open of it is closed. */
  sendAway(shared: Shared, teacherId: string): Promise<CoTeachers | Rejection>;
};

/** Classes and lessons that several teachers share. Whether somebody may ask at all, the doors have looked up before. */
export function createCoTeaching({
  people,
  relations,
  onSentAway,
  now,
}: {
  people: Pick<PeoplePort, 'teachers'>;
  relations: RelationsPort;
  /** This teacher may see less than before. */
  onSentAway: (teacherId: string) => void;
  now: () => number;
}): CoTeaching {
  const active = async () => (await people.teachers()).filter(({ leftAt }) => leftAt === null);

  const of = async (shared: Shared, mayInvite: boolean): Promise<CoTeachers | Rejection> => {
    const owner = relations.ownerOf(shared);
    if (!owner) return reject('not_found');
    const coTeachers = relations.coTeachers(shared).map(({ id, name }) => ({ id, name }));
    const known = new Set([owner, ...coTeachers].map(({ id }) => id));
    const others = (mayInvite ? await active() : [])
      .filter(({ id }) => !known.has(id))
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
    return { owner, coTeachers, others, mayInvite };
  };

  return {
    of,
    async invite(shared, teacherId) {
      const owner = relations.ownerOf(shared);
      const invited = (await active()).some(({ id }) => id === teacherId);
      if (!owner || !invited) return reject('not_found');
      const taught = relations.coTeachers(shared).some(({ id }) => id === teacherId);
      if (owner.id === teacherId || taught) return reject('already_invited');
      relations.addCoTeacher(shared, teacherId, now());
      return of(shared, true);
    },
    async sendAway(shared, teacherId) {
      if (!relations.removeCoTeacher(shared, teacherId)) return reject('not_found');
      onSentAway(teacherId);
      return of(shared, true);
    },
  };
}
