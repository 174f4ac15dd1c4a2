import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { arrowLeft } from './icons.ts';
import { ButtonLink } from './links.tsx';
import styles from './Topbar.module.css';

type TopbarProps = {
  /** Where “back” leads. */
  back?: { href: string; label?: string };
  title: ReactNode;
  /** After the title: class, state, time. */
  children?: ReactNode;
  /** Where room is short, the title gives way and not what stands after it. */
  keepState?: boolean;
  /** At the far end. */
  actions?: ReactNode;
};

/** The head of a screen that one goes into and comes back from. */
export function Topbar({ back, title, children, keepState, actions }: TopbarProps) {
  const { t } = useText();
  return (
    <header className={classes(styles.topbar, keepState && styles.keeping)}>
      {back && (
        <ButtonLink
          look="quiet"
          href={back.href}
          aria-label={back.label ?? t('ui.back')}
          icon={<Icon path={arrowLeft} />}
        />
      )}
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.state}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
