import { z } from 'zod';

/**
 * The name of a stored picture: SHA-256 of its bytes, and what it is. It opens the picture to whoever knows it; 256 bits cannot
 * be guessed.
 */
export const mediaNameSchema = z.string().regex(/^[0-9a-f]{64}\.(jpg|png)$/);

const sidePx = z.int().min(1).max(4000);

/** POST /media → what was made of an uploaded picture; sizes in px, upright. */
export const storedImageSchema = z.object({
  /** For the wall: at most `wallPx` along its longer side. */
  media: mediaNameSchema,
  /** The same for phones, where that saves something worth saving. */
  small: mediaNameSchema.optional(),
  width: sidePx,
  height: sidePx,
});
export type StoredImage = z.infer<typeof storedImageSchema>;

/** A picture in a question. */
export const imageSchema = storedImageSchema.extend({
  /** What it shows, for who cannot see it. Empty: not said yet; null: it only decorates, and is passed over. */
  alt: z.string().max(300).nullable(),
});
export type Image = z.infer<typeof imageSchema>;

/** The most bytes of a file that is uploaded. */
export const uploadBytes = 15 * 1024 * 1024;
