import type { QuizSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Link } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { SectionHead } from '../shell/SectionHead.tsx';
import { useWhen } from '../shell/when.ts';
import styles from './HomePage.module.css';

const shown = 3;

/** The quizzes last worked on or used. */
export function RecentQuizzes({ quizzes }: { quizzes: readonly QuizSummary[] }) {
  const { t } = useText();
  const when = useWhen();
  if (quizzes.length === 0) return null;
  const newest = quizzes.toSorted((a, b) => lastTouched(b) - lastTouched(a)).slice(0, shown);
  return (
    <section aria-labelledby="recent-quizzes">
      <SectionHead
        id="recent-quizzes"
        title={t('teacher.home.recentQuizzes')}
        all={{ href: paths.library, words: t('teacher.nav.library') }}
      />
      <ul className={styles.shelf}>
        {newest.map((quiz) => (
          <li key={quiz.id}>
            <Link className={styles.quiz} href={paths.quiz(quiz.id)}>
              <b>{quiz.title || t('teacher.library.untitled')}</b>
              <span className="small soft">
                {t('teacher.library.questions', { count: quiz.questions })}
                {' · '}
                {quiz.usedAt !== null && quiz.usedAt >= quiz.updatedAt
                  ? t('teacher.library.used', { when: when(quiz.usedAt) })
                  : t('teacher.library.edited', { when: when(quiz.updatedAt) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function lastTouched(quiz: QuizSummary): number {
  return Math.max(quiz.updatedAt, quiz.usedAt ?? 0);
}
