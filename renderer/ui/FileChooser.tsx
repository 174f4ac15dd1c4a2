import type { Ref } from 'react';

type FileChooserProps = {
  /** Its `click()` opens the system's dialog. */
  ref: Ref<HTMLInputElement>;
  /** What the dialog offers; what a file really is, the program finds out. */
  accept: string;
  label: string;
  onFile: (file: File) => void;
};

/** Chooses one file. Nobody sees it: a button of the page opens it. */
export function FileChooser({ ref, accept, label, onFile }: FileChooserProps) {
  return (
    <input
      ref={ref}
      type="file"
      className="sr"
      tabIndex={-1}
      accept={accept}
      aria-label={label}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        // The same file can be chosen again.
        event.currentTarget.value = '';
        if (file) onFile(file);
      }}
    />
  );
}
