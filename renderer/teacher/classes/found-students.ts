import { useState } from 'react';
import type { ClassStudent, SchoolClass } from '../../../lan-server/contract/classes.ts';
import { findAmong } from './find-students.ts';

/** Those of a class whom the teacher looks at: of one section, of all or of none, and with the words that are searched for. */
export function useFoundStudents(klass: SchoolClass, everybody: readonly ClassStudent[]) {
  const [wanted, setWanted] = useState('');
  const [place, setPlace] = useState('all');
  // Its section may have been removed.
  const section = klass.sections.some(({ id }) => id === place) ? place : null;
  const here = everybody.filter(
    ({ sectionId }) => place === 'all' || sectionId === section || (place !== 'none' && !section),
  );
  return {
    wanted,
    setWanted,
    /** A section's id, `all` or `none`. */
    place,
    setPlace,
    /** The section that is looked at; null: it is not one. */
    section,
    students: findAmong(here, wanted, ({ name, number }) => [name, number]),
    /** Looks at all of them again. */
    reset() {
      setWanted('');
      setPlace('all');
    },
  };
}

export type FoundStudents = ReturnType<typeof useFoundStudents>;
