import { Router } from 'express';
import { z } from 'zod';
import { deviceIdSchema } from '../../contract/devices.ts';
import type { Devices, DevicesSignedOut } from '../../contract/devices.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Accounts } from '../../people/accounts.ts';
import { sessionOf, takeCookie } from '../auth.ts';
import { handle } from '../handle.ts';

const params = z.object({ id: deviceIdSchema });

/** The devices that are signed in as the teacher, and signing them out. */
export function deviceRoutes({ accounts }: { accounts: Accounts }): Router {
  const routes = Router();

  routes.get(
    '/',
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      if (!session) return reject('not_signed_in');
      return { devices: await accounts.devices(session) } satisfies Devices;
    }),
  );

  routes.delete(
    '/',
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      if (!session) return reject('not_signed_in');
      return { signedOut: await accounts.signOutOthers(session) } satisfies DevicesSignedOut;
    }),
  );

  routes.delete(
    '/:id',
    handle({ params }, async ({ params: { id } }, _request, response) => {
      const refused = await accounts.signOutDevice(id);
      if (isRejection(refused)) return refused;
      if (sessionOf(response)?.id === id) takeCookie(response);
      return undefined;
    }),
  );

  return routes;
}
