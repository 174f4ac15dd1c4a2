import type { soundEndings } from '../contract/sounds.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';

type Ending = (typeof soundEndings)[number];

/** By what its bytes say it is, the ending under which a recording is stored: those that hold sound alone. */
const endings: ReadonlyMap<string, Ending> = new Map([
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/x-m4a', 'm4a'],
  ['audio/wav', 'wav'],
  ['audio/vnd.wave', 'wav'],
]);

/** A recording's ending, or `sound_kind` for what is none that every phone plays. What it is follows from its bytes alone. */
export async function endingOf(file: Buffer): Promise<Ending | Rejection> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(file);
  return endings.get(found?.mime ?? '') ?? reject('sound_kind', { type: found?.ext ?? 'unknown' });
}
