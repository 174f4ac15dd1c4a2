import type { Sound } from '../../../lan-server/contract/sounds.ts';
import { soundUpload } from '../../images/editor/upload.ts';
import { useUpload } from '../../images/editor/use-upload.ts';
import type { Uploading } from '../../images/editor/use-upload.ts';

/** Stores a recording. What was said of the one before is not true of another. */
export function useSoundUpload(onChange: (sound: Sound) => void): Uploading {
  return useUpload(soundUpload, (stored) => onChange({ ...stored, words: '' }));
}

/** Whether a file says that it is a recording: by its kind, or by its name where the system knows no kind of it. */
export function isSoundFile({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  return type.startsWith('audio/') || (type === '' && /\.(mp3|m4a|wav)$/i.test(name));
}
