import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { classes, Icon, icons, Link } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { usePage } from './page.ts';
import { Shell } from './Shell.tsx';
import styles from './SubPage.module.css';

type SubPageProps = {
  title: string;
  /** What the page is for, in a sentence or two. */
  words: string;
  /** Stands beside the sheets where there is room, below them where there is none. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A page below the settings: the way back, what it is, then its sheets. */
export function SubPage({ title, words, aside, children }: SubPageProps) {
  const { t } = useText();
  usePage(title);
  return (
    <Shell>
      <Link className={styles.back} href={paths.settings}>
        <Icon path={icons.arrowLeft} size="s" />
        {t('safety.back')}
      </Link>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.words}>{words}</p>
      <div className={classes(styles.columns, aside !== undefined && styles.withAside)}>
        <div className={styles.sheets}>{children}</div>
        {aside}
      </div>
    </Shell>
  );
}
