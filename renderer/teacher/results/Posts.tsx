import type { Results } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Sheet } from '../../ui/index.ts';
import styles from './Posts.module.css';

/** What the class asked in the lesson, the most wanted first; nobody's name is with it. */
export function Posts({ posts }: { posts: NonNullable<Results['posts']> }) {
  const { t } = useText();
  if (posts.length === 0) return null;
  return (
    <Sheet as="section" pad="roomy" label={t('results.posts.heading')} className={styles.sheet}>
      <h2 className={styles.heading}>{t('results.posts.heading')}</h2>
      <ul>
        {posts.map(({ id, text, votes, standing }) => (
          <li key={id} className={styles.post}>
            <bdi>{text}</bdi>
            <span className="small soft">
              {t(`console.qa.standing.${standing}`)} · {t('console.qa.votes', { count: votes })}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
