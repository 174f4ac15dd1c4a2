import type { ClassStudent } from '../../../lan-server/contract/classes.ts';

/** The dialog of a class's page that is open. */
export type Asked =
  | { what: 'words' | 'sections' | 'move' | 'archive' }
  | { what: 'student'; student: ClassStudent }
  | { what: 'merge'; keep: ClassStudent; otherId: string | null };
