import { z } from 'zod';

/** Made at sign-in for the list of devices; tells nothing about the token that the device shows. */
export const deviceIdSchema = z.string().regex(/^[A-Za-z0-9_-]{6,40}$/);
export type DeviceId = z.infer<typeof deviceIdSchema>;

/**
 * One signed-in device. `browser` and `system` are names that the server knows from the `User-Agent` ("Firefox", "Android"), null
 * where it knows none: what a device says of itself is never passed on.
 */
export const deviceSchema = z.object({
  id: deviceIdSchema,
  /** The device that asks. */
  thisOne: z.boolean(),
  /** By the launch key at the laptop, or by the password. */
  via: z.enum(['laptop', 'password']),
  browser: z.string().max(40).nullable(),
  system: z.string().max(40).nullable(),
  createdAt: z.number(),
  /** Kept to five minutes, so that reading a page need not write to the disk. */
  lastUsedAt: z.number(),
  /** When it is signed out by itself. */
  expiresAt: z.number(),
});
export type Device = z.infer<typeof deviceSchema>;

/** GET /devices → this device first, then the one used last. */
export const devicesSchema = z.object({ devices: z.array(deviceSchema) });
export type Devices = z.infer<typeof devicesSchema>;

// DELETE /devices/:id → 204, or `not_found`. Signs that device out; its console and wall are cut off at once. For this device
// it is the same as DELETE /session.

/** DELETE /devices → signs out all devices but this one. */
export const devicesSignedOutSchema = z.object({ signedOut: z.int() });
export type DevicesSignedOut = z.infer<typeof devicesSignedOutSchema>;
