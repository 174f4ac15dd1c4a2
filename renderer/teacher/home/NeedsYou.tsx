import { useText } from '../../i18n/text.tsx';
import { Icon, icons, Link, Sheet } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { useWhen } from '../shell/when.ts';
import styles from './Aside.module.css';
import type { Need } from './needs.ts';

/** The sheet at the side with what waits for the teacher; nothing when nothing does. */
export function NeedsYou({ needs }: { needs: readonly Need[] }) {
  const { t } = useText();
  const when = useWhen();
  if (needs.length === 0) return null;
  return (
    <Sheet as="aside" pad="none" label={t('teacher.home.needsYou')} className={styles.sheet}>
      <h2>{t('teacher.home.needsYou')}</h2>
      <ul>
        {needs.map((need) =>
          need.is === 'left-open' ? (
            <li key={need.lesson.id}>
              <Icon path={icons.clock} />
              <div>
                <b>{t('teacher.home.leftOpen', { title: need.lesson.title })}</b>
                <p className={styles.words}>
                  {t('teacher.home.leftOpenWords', { when: when(need.lesson.startedAt) })}
                </p>
                <Link className={styles.act} href={paths.lesson(need.lesson.id)}>
                  {t('teacher.home.leftOpenAct')}
                </Link>
              </div>
            </li>
          ) : (
            <li key={need.quiz.id}>
              <Icon path={icons.pencil} />
              <div>
                <b>
                  {t('teacher.home.unready', {
                    count: need.quiz.unready,
                    title: need.quiz.title || t('teacher.library.untitled'),
                  })}
                </b>
                <p className={styles.words}>{t('teacher.home.unreadyWords')}</p>
                <Link className={styles.act} href={paths.quiz(need.quiz.id)}>
                  {t('teacher.home.unreadyAct')}
                </Link>
              </div>
            </li>
          ),
        )}
      </ul>
    </Sheet>
  );
}
