import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './Fresh.module.css';

/** A new screen, by its key: whoever cannot see the change is taken to its headline. */
export function Fresh({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('h1')?.focus(), []);
  return (
    <div ref={box} className={styles.fresh}>
      {children}
    </div>
  );
}
