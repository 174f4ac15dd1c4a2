import type { StoredImage } from '../../../lan-server/contract/images.ts';
import { uploadBytes } from '../../../lan-server/contract/images.ts';
import type { StoredSound } from '../../../lan-server/contract/sounds.ts';
import { soundBytes } from '../../../lan-server/contract/sounds.ts';
import { apiPath } from '../../../lan-server/contract/paths.ts';
import type { RejectionCode, WireError } from '../../../lan-server/contract/rejections.ts';

/** Where files of one sort go, and how large one may be; the program answers with `Stored`. */
export type Upload<Stored> = { path: string; mostBytes: number; readonly answers?: Stored };
export const imageUpload: Upload<StoredImage> = { path: '/media', mostBytes: uploadBytes };
export const soundUpload: Upload<StoredSound> = { path: '/media/sounds', mostBytes: soundBytes };

/** Why a file was not stored; `type`: what the file is, where that is why. */
export type UploadError = { code: RejectionCode | 'unreachable'; type?: string };
export type Uploaded<Stored> = { ok: true; value: Stored } | { ok: false; error: UploadError };

/** Bytes arrive within seconds on the laptop itself; unpacking a large photograph takes some more. In ms. */
const patience = 60_000;

/**
 * Sends a file to the program. `onFraction`: how much of it has gone, 0 to 1. A request of the older form, because `fetch`
 * does not tell how far it is.
 */
export function uploadFile<Stored>(
  { path, mostBytes }: Upload<Stored>,
  file: Blob,
  onFraction: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Uploaded<Stored>> {
  // Not sent at all: the program would hang up in the middle, and nobody could say why.
  if (file.size > mostBytes) return Promise.resolve({ ok: false, error: { code: 'too_large' } });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (error: UploadError) => resolve({ ok: false, error });
    request.open('POST', `${apiPath}${path}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.timeout = patience;
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onFraction(total > 0 ? loaded / total : 0),
    );
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => fail({ code: 'unreachable' }));
    request.addEventListener('load', () => {
      try {
        const body: unknown = JSON.parse(request.responseText);
        if (request.status === 201) resolve({ ok: true, value: body as Stored });
        else fail(refusal(body as { error: WireError }));
      } catch {
        fail({ code: 'unreachable' });
      }
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function refusal({ error }: { error: WireError }): UploadError {
  const { type } = (error.details ?? {}) as { type?: unknown };
  return typeof type === 'string' ? { code: error.code, type } : { code: error.code };
}

/** The first picture among what was dropped or pasted; any file where none says that it is one, so that it can be told why not. */
export function fileIn(data: DataTransfer | null): File | null {
  const files = [...(data?.files ?? [])];
  return files.find(({ type }) => type.startsWith('image/')) ?? files[0] ?? null;
}
