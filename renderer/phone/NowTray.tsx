import type { ReactNode } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { clock } from '../ui/icons.ts';
import type { PhoneLink } from './link.ts';
import { OfflineTray } from './OfflineTray.tsx';
import styles from './screens.module.css';

type NowTrayProps = {
  link: PhoneLink;
  keptAt?: number | null;
  onTryNow: () => void;
  /** The one thing to know while the laptop is there. */
  children: ReactNode;
};

/** What lies in the tray while there is nothing to do: what comes next, or how to find the laptop again. */
export function NowTray({ link, keptAt = null, onTryNow, children }: NowTrayProps) {
  if (link.is === 'offline' || keptAt !== null)
    return <OfflineTray link={link} keptAt={keptAt} onTryNow={onTryNow} />;
  return (
    <p className={styles.now}>
      <Icon path={clock} />
      <span>{children}</span>
    </p>
  );
}
