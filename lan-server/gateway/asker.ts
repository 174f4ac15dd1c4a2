import type { Response } from 'express';
import type { Asker } from '../people/asker.ts';
import { teacherOf } from './auth.ts';

/** The teacher of the request that is being answered, as the rules ask for rights. Only behind `requireTeacher`. */
export function askerOf(response: Response): Asker {
  const { id, role } = teacherOf(response);
  return { id, role };
}
