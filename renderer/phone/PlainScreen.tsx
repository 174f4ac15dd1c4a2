import type { ReactNode } from 'react';
import { NowTray } from './NowTray.tsx';
import type { PhoneLink } from './link.ts';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import styles from './screens.module.css';

type PlainScreenProps = {
  head?: PhoneHead;
  link: PhoneLink;
  title: string;
  text: string;
  /** Below it, for who needs it. */
  note?: string;
  /** What to know in the tray; ignored where there are acts. */
  now?: string;
  /** Buttons in the tray. */
  acts?: ReactNode;
  onTryNow: () => void;
  children?: ReactNode;
};

/** A screen that says one thing: wait, look at the wall, thank you. */
export function PlainScreen(props: PlainScreenProps) {
  const { head, link, title, text, note, now, acts, onTryNow, children } = props;
  const quiet = now && (
    <NowTray link={link} onTryNow={onTryNow}>
      {now}
    </NowTray>
  );
  return (
    <PhoneFrame head={head} link={link.is} layout="middle" tray={acts ?? quiet}>
      {children}
      <h1 className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      <p className={styles.under}>{text}</p>
      {note && <p className={styles.note}>{note}</p>}
    </PhoneFrame>
  );
}
