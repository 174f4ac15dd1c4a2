import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Icon } from './Icon.tsx';
import type { IconPath } from './icons.ts';
import { Link } from './links.tsx';
import { Logo } from './Logo.tsx';
import styles from './Rail.module.css';

type RailItem = { href: string; label: string; icon: IconPath; current?: boolean };

type RailProps = {
  items: readonly RailItem[];
  foot?: ReactNode;
  /** Where a page has more than one way around: what this one leads through. */
  label?: string;
};

/** The way around the program, at the side of the home pages; the foot says how the network is. */
export function Rail({ items, foot, label }: RailProps) {
  const { t } = useText();
  return (
    <nav className={styles.rail} aria-label={label ?? t('ui.mainNavigation')}>
      <div className={styles.brand}>
        <Logo />
        Chalkbox
      </div>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              className={styles.item}
              aria-current={item.current ? 'page' : undefined}
            >
              <Icon path={item.icon} />
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
      {foot && <div className={styles.foot}>{foot}</div>}
    </nav>
  );
}
