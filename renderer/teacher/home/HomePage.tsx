import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { ErrorNotice, LoadingFrame, useHotkeys } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn } from '../api-failure.ts';
import { useBackups } from '../backups/queries.ts';
import { useLessons, useNetwork, useQuizzes } from '../queries.ts';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';
import { useTeacher } from '../session/teacher.tsx';
import { ComingLessons } from '../schedule/ComingLessons.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { NotFetched } from '../shell/NotFetched.tsx';
import { useNow } from '../shell/now.ts';
import { usePage } from '../shell/page.ts';
import { Shell } from '../shell/Shell.tsx';
import { useMakeQuiz } from '../start/make-quiz.ts';
import { sampleQuiz } from '../start/sample-quiz.ts';
import { useStartLesson } from '../start/start-lesson.ts';
import { StartLessonDialog } from '../start/StartLessonDialog.tsx';
import { startSimulatedLesson } from '../start/start-simulated.ts';
import { FirstOffers } from './FirstOffers.tsx';
import { greetingKey } from './greeting.ts';
import styles from './HomePage.module.css';
import { Neighbours } from './Neighbours.tsx';
import { needsOf } from './needs.ts';
import { useDashboard } from './queries.ts';
import { NeedsYou } from './NeedsYou.tsx';
import { RecentLessons } from './RecentLessons.tsx';
import { RecentQuizzes } from './RecentQuizzes.tsx';
import { RunningLessons } from './RunningLessons.tsx';
import { StartRow } from './StartRow.tsx';
import type { StartActs } from './StartRow.tsx';

/** Where the day starts: what runs, what can be started, what was there last. */
export function HomePage() {
  const text = useText();
  const { t, date } = text;
  const api = useApi();
  const go = useGo();
  const teacher = useTeacher();
  const errorText = useErrorText();
  const quizzes = useQuizzes();
  const lessons = useLessons();
  const dashboard = useDashboard();
  const backups = useBackups({ every: 60_000, enabled: teacher.role === 'admin' });
  const neighbours = useNetwork().data?.neighbours ?? [];
  const quiz = useMakeQuiz();
  const lesson = useStartLesson();
  const [asking, setAsking] = useState(false);
  const now = useNow();
  usePage(t('teacher.home.title'));

  const running = (lessons.data ?? []).filter((one) => one.status !== 'ended');
  const ended = (lessons.data ?? []).filter((one) => one.status === 'ended');
  const loaded = quizzes.data !== undefined && lessons.data !== undefined;
  const first = loaded && quizzes.data.length === 0 && lessons.data.length === 0;

  const acts: StartActs = {
    abcd: () => setAsking(true),
    library: () => go(paths.library),
    make: () => void quiz.make(),
    simulate: () =>
      void lesson.run(() => startSimulatedLesson(api, quizzes.data ?? [], sampleQuiz(text))),
  };
  const newest = running[0];
  useHotkeys({
    N: acts.abcd,
    L: first ? undefined : acts.library,
    Q: acts.make,
    S: loaded ? acts.simulate : undefined,
    Enter: newest && (() => go(paths.lesson(newest.id))),
  });

  const today = date(now, { weekday: 'long', day: 'numeric', month: 'long' });
  const failed = errorIn(quizzes.error) ?? errorIn(lessons.error);
  const refused = lesson.error ?? quiz.error;
  const attention = dashboard.data?.attention ?? [];
  const needs = loaded ? needsOf(running, quizzes.data, backups.data ?? null, now, attention) : [];
  const aside = needs.length > 0 || neighbours.length > 0;

  return (
    <Shell>
      <header className={styles.header}>
        <h1>{t(greetingKey(new Date(now).getHours()), { name: teacher.name })}</h1>
        <p className={styles.today}>
          {running.length === 0
            ? today
            : t('teacher.home.todayLive', { date: today, count: running.length })}
        </p>
      </header>
      {refused && (
        <div className={styles.notice}>
          <ErrorNotice
            happened={t('teacher.home.notStarted', { reason: errorText(refused) })}
            safe={t('teacher.home.notStartedSafe')}
          />
        </div>
      )}
      {failed && (
        <div className={styles.notice}>
          <NotFetched
            error={failed}
            onRetry={() => Promise.all([quizzes.refetch(), lessons.refetch()])}
          />
        </div>
      )}
      {!loaded && !failed && <LoadingFrame shape="tiles" count={4} />}
      {first && <FirstOffers acts={acts} simulating={lesson.busy} />}
      {loaded && !first && (
        <div className={aside ? styles.columns : undefined}>
          <div className={styles.column}>
            <StartRow acts={acts} quizzes={quizzes.data.length} simulating={lesson.busy} />
            <RunningLessons lessons={running} />
            <ComingLessons />
            <RecentLessons lessons={ended} outcomes={dashboard.data?.outcomes ?? []} />
            <RecentQuizzes quizzes={quizzes.data} />
          </div>
          {aside && (
            <div className={styles.aside}>
              <NeedsYou needs={needs} />
              <Neighbours neighbours={neighbours} />
            </div>
          )}
        </div>
      )}
      {asking && <StartLessonDialog quiz={null} onClose={() => setAsking(false)} />}
    </Shell>
  );
}
