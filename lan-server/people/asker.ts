import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { may } from '../contract/rights.ts';
import type { Relation, Right, Role } from '../contract/rights.ts';

/** The teacher who asks for something. */
export type Asker = { id: string; role: Role };

/**
 * Null where `asker` may do it to a class; else `not_found` for who may not even read it, so that nobody learns what is there, and
 * `forbidden` for the others.
 */
export function refusal(
  asker: Asker,
  right: Right,
  known: { relation: Relation } | null,
): Rejection | null {
  if (!known || !may('class.read', asker.role, known.relation)) return reject('not_found');
  return may(right, asker.role, known.relation) ? null : reject('forbidden');
}
