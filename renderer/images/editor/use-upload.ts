import { useEffect, useRef, useState } from 'react';
import type { Image } from '../../../lan-server/contract/images.ts';
import { imageUpload, uploadFile } from './upload.ts';
import type { Upload, UploadError } from './upload.ts';

export type UploadState =
  | { is: 'idle' }
  /** `fraction` of the bytes have gone; at 1 the program looks at them. */
  | { is: 'sending'; fraction: number }
  | { is: 'failed'; error: UploadError };

/** An upload as a field shows it. */
export type Uploading = { state: UploadState; send: (file: Blob) => void; cancel: () => void };

/** One upload at a time; a newer one takes the place of the one under way, and leaving the page ends it. */
export function useUpload<Stored>(
  upload: Upload<Stored>,
  onStored: (stored: Stored) => void,
): Uploading {
  const [state, setState] = useState<UploadState>({ is: 'idle' });
  const running = useRef<AbortController | null>(null);
  // What is stored goes into the question as it is then, not as it was when the file was chosen.
  const newest = useRef(onStored);
  useEffect(() => {
    newest.current = onStored;
  });
  useEffect(() => () => running.current?.abort(), []);

  function send(file: Blob) {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setState({ is: 'sending', fraction: 0 });
    const onFraction = (fraction: number) => {
      if (running.current === mine) setState({ is: 'sending', fraction });
    };
    void uploadFile(upload, file, onFraction, mine.signal).then((result) => {
      if (running.current !== mine || mine.signal.aborted) return;
      setState(result.ok ? { is: 'idle' } : { is: 'failed', error: result.error });
      if (result.ok) newest.current(result.value);
    });
  }

  return {
    state,
    send,
    cancel() {
      running.current?.abort();
      setState({ is: 'idle' });
    },
  };
}

/** Stores a picture. What was said of the one before is not true of another. */
export function useImageUpload(onChange: (image: Image) => void): Uploading {
  return useUpload(imageUpload, (stored) => onChange({ ...stored, alt: '' }));
}
