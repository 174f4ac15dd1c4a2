import type { ReactNode, Ref } from 'react';
import { Logo } from '../../ui/index.ts';
import styles from './BarePage.module.css';

type BarePageProps = {
  title: string;
  /** `form`: one column of fields. `wide`: things to read and to choose between. */
  width: 'form' | 'wide';
  ref?: Ref<HTMLElement>;
  children: ReactNode;
};

/** A page without the program around it: before signing in, and while there is no data to work with. */
export function BarePage({ title, width, ref, children }: BarePageProps) {
  return (
    <main ref={ref} className={styles[width]}>
      <div className={styles.brand}>
        <Logo />
        Chalkbox
      </div>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  );
}
