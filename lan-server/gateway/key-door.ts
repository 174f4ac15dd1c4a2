import type { Request, RequestHandler, Response } from 'express';
import { scriptRoutes } from '../contract/routes/index.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Scope } from '../contract/keys.ts';
import type { ApiKeys, KeyHolder } from '../people/api-keys.ts';
import { refuse } from './errors.ts';
import { networkOf } from './floods.ts';
import { createRateLimit } from './rate.ts';

/**
 * Wrong keys of one address that are looked at. A right one is always heard: 256 random bits cannot be guessed, and a lock would only
 * let a stranger stop the school's scripts.
 */
const wrongKeys = { points: 30, seconds: 60 };

/** Every route that a key may open, by what its path looks like. */
const doors = scriptRoutes.map(({ route, scope }) => {
  const [method, path = ''] = route.split(' ');
  const pattern = path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+');
  // As Express reads paths: capitals do not matter, nor does a slash at the end.
  return { method, path: new RegExp(`^${pattern}/?$`, 'i'), scope };
});

/**
 * A request with `Authorization: Bearer chalk_…` comes from a school's script. It acts as the key's teacher, where the list of routes says
 * that a script may and the key has the scope; a cookie that it brings along does not count. Without that header everybody goes on.
 */
export function createKeyDoor({ apiKeys }: { apiKeys: Pick<ApiKeys, 'holder'> }): RequestHandler {
  const wrong = createRateLimit(wrongKeys);

  const refusal = async (request: Request, response: Response): Promise<Rejection | null> => {
    const shown = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    const holder = shown === undefined ? null : await apiKeys.holder(shown);
    if (!holder) {
      if (!wrong.take(networkOf(request.socket.remoteAddress)))
        return reject('too_many', { retryAfterSeconds: wrongKeys.seconds / wrongKeys.points });
      response.setHeader('WWW-Authenticate', 'Bearer');
      return reject('wrong_key');
    }
    response.locals['key'] = holder;
    response.locals['session'] = null;
    return scopeMissing(request, holder);
  };

  return async (request, response, next) => {
    if (request.headers.authorization === undefined) return next();
    const refused = await refusal(request, response);
    if (refused) refuse(response, refused);
    else next();
  };
}

/** The key of the request that is being answered; null where it comes from a page. */
export function keyOf(response: Response): KeyHolder | null {
  return (response.locals['key'] as KeyHolder | undefined) ?? null;
}

/** What the key lacks for this route; whatever is in no list no key opens. */
function scopeMissing(request: Request, { scopes }: KeyHolder): Rejection | null {
  const needed = scopesFor(request.method, request.baseUrl + request.path);
  // Where two routes look alike, the key must open both.
  const missing = needed.find((scope) => scope !== 'any' && !scopes.includes(scope));
  if (needed.length === 0) return reject('key_too_narrow', { scope: null });
  return missing === undefined ? null : reject('key_too_narrow', { scope: missing });
}

function scopesFor(method: string, path: string): (Scope | 'any')[] {
  const asked = method === 'HEAD' ? 'GET' : method;
  return doors
    .filter((door) => door.method === asked && door.path.test(path))
    .map(({ scope }) => scope);
}
