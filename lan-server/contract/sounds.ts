import { z } from 'zod';

/** What browsers of old phones play too; iPhones know no OGG. */
export const soundEndings = ['mp3', 'm4a', 'wav'] as const;

/** The name of a stored recording: SHA-256 of its bytes, and what it is. As of a picture (`mediaNameSchema`). */
export const soundNameSchema = z.string().regex(/^[0-9a-f]{64}\.(mp3|m4a|wav)$/);

/** The most bytes of a recording: ten minutes of speech as MP3. */
export const soundBytes = 10 * 1024 * 1024;

/** POST /media/sounds → the stored recording. */
export const storedSoundSchema = z.object({
  media: soundNameSchema,
  bytes: z.int().min(1).max(soundBytes),
});
export type StoredSound = z.infer<typeof storedSoundSchema>;

/** A recording in a question. */
export const soundSchema = storedSoundSchema.extend({
  /** What is heard, for who cannot hear it; stands below the player on phones. Empty: nothing is said. */
  words: z.string().max(500),
});
export type Sound = z.infer<typeof soundSchema>;
