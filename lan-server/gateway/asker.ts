import type { Response } from 'express';
import type { Role } from '../contract/rights.ts';
import type { Asker } from '../people/asker.ts';
import { teacherOf } from './auth.ts';

/** The teacher of the request that is being answered, as the rules ask for rights. Only behind `requireTeacher`. */
export function askerOf(response: Response): Asker {
  const teacher: { id: string; role?: Role } = teacherOf(response);
  return { id: teacher.id, role: teacher.role ?? 'admin' };
}
