import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { classes } from '../../ui/index.ts';
import styles from './DropPlace.module.css';
import { fileIn } from './upload.ts';

type DropPlaceProps = {
  /** One file: a picture first, where there are several. */
  onFile: (file: File) => void;
  children: ReactNode;
};

/** Takes a file that is dropped or pasted anywhere on it. */
export function DropPlace({ onFile, children }: DropPlaceProps) {
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a place to drop; all of it can be done by the buttons in it
    <div
      className={classes(styles.place, over && styles.over)}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const file = fileIn(event.dataTransfer);
        if (!file) return;
        event.preventDefault();
        onFile(file);
      }}
      onPaste={(event) => {
        const file = fileIn(event.clipboardData);
        // A copied table is both, and words are what one pastes into a field.
        if (!file || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      {children}
    </div>
  );
}
