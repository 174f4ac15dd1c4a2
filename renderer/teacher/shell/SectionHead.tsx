import { Link } from '../../ui/index.ts';
import styles from './SectionHead.module.css';

type SectionHeadProps = {
  id: string;
  title: string;
  /** Where all of them are, and what that is called. */
  all?: { href: string; words: string };
};

/** The title of one part of a page, with the way to all that is shown of here. */
export function SectionHead({ id, title, all }: SectionHeadProps) {
  return (
    <div className={styles.head}>
      <h2 id={id}>{title}</h2>
      {all && (
        <Link className={styles.all} href={all.href}>
          {all.words}
        </Link>
      )}
    </div>
  );
}
