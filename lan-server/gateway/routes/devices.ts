import { Router } from 'express';
import { z } from 'zod';
import { deviceIdSchema } from '../../contract/devices.ts';
import type { Devices, DevicesSignedOut } from '../../contract/devices.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Accounts } from '../../people/accounts.ts';
import { sessionOf, takeCookie } from '../auth.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';

const params = z.object({ id: deviceIdSchema });

/** The devices that are signed in as the teacher, and signing them out. */
export function deviceRoutes({ accounts }: { accounts: Accounts }): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('account.change'),
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      if (!session) return reject('not_signed_in');
      return { devices: await accounts.devices(session) } satisfies Devices;
    }),
  );

  routes.delete(
    '/',
    needs('account.change'),
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      if (!session) return reject('not_signed_in');
      return { signedOut: await accounts.signOutOthers(session) } satisfies DevicesSignedOut;
    }),
  );

  routes.delete(
    '/:id',
    needs('account.change'),
    handle({ params }, async ({ params: { id } }, _request, response) => {
      const session = sessionOf(response);
      if (!session) return reject('not_signed_in');
      const refused = await accounts.signOutDevice(session, id);
      if (isRejection(refused)) return refused;
      if (session.id === id) takeCookie(response);
      return undefined;
    }),
  );

  return routes;
}
