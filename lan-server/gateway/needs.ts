import type { RequestHandler, Response } from 'express';
import { z } from 'zod';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { may, readRights, subjectOf } from '../contract/rights.ts';
import type { Relation, Right, Role } from '../contract/rights.ts';
import { actorOf } from './auth.ts';
import { refuse } from './errors.ts';

/**
 * What a route needs: a right of the table; `session`, a signed-in device, also before anybody has said who sits at it; or `nobody`, it
 * is open to all.
 */
export type Need = Right | 'session' | 'nobody';

/** A check that says what it checks: docs/roles.md and the walk of all routes read it from the routers. */
export type NeedCheck = RequestHandler & { readonly need: Need; readonly param: string };

const idParam = z.string().regex(/^[A-Za-z0-9_-]{6,40}$/);

/**
 * Asks the table of rights before a route answers; every route has one, right after its path. Where the right is about an object,
 * `param` names the part of the path that holds its id. Who may not even read the object is told that it is not there.
 *
 * `routes.get('/:id', needs('class.read'), handle(…))`
 */
export function needs(need: Need, param = 'id'): NeedCheck {
  const check: RequestHandler = (request, response, next) => {
    const refused = refusalOf(need, response, request.params[param]);
    if (refused) refuse(response, refused);
    else next();
  };
  return Object.assign(check, { need, param });
}

function refusalOf(need: Need, response: Response, id: unknown): Rejection | null {
  if (need === 'nobody') return null;
  const actor = actorOf(response);
  if (need === 'session') return actor.session ? null : reject('not_signed_in');
  // Before the welcome and in rescue there is no teacher yet; who is at the laptop's own window may do what has to be done there.
  if (actor.alone) return null;
  if (!actor.teacher) return reject('not_signed_in');
  const subject = subjectOf(need);
  if (subject === null) return mayOr(need, actor.teacher.role, 'none');
  const parsed = idParam.safeParse(id);
  if (!parsed.success) {
    const issues = [{ path: ['params'], message: 'This is no id.' }];
    return reject('bad_request', { issues });
  }
  const relation = actor.relationTo(actor.teacher.id, subject, parsed.data);
  return mayOr(need, actor.teacher.role, relation);
}

/** Null where the table gives this right; else `not_found` where the object may not even be read, or `forbidden`. */
export function mayOr(right: Right, role: Role, relation: Relation): Rejection | null {
  if (may(right, role, relation)) return null;
  const subject = subjectOf(right);
  const seesIt = subject === null || may(readRights[subject], role, relation);
  return reject(seesIt ? 'forbidden' : 'not_found');
}
