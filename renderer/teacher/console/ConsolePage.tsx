import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { useTeacherLesson } from '../../live/console.ts';
import { Button, ButtonLink, EmptyState, LoadingFrame, Topbar } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { signedOut as leaveSession } from '../session/session.ts';
import { Console } from './Console.tsx';
import styles from './ConsolePage.module.css';
import { Strip } from './Strip.tsx';

/** The live console of one lesson, from the first connection to its end. */
export function ConsolePage({ lessonId }: { lessonId: LessonId }) {
  const { t } = useText();
  const lesson = useTeacherLesson(lessonId);
  const { link, frame } = lesson;
  if (link.is === 'refused')
    return <Refused lessonId={lessonId} code={link.error.code} onRetry={lesson.retryNow} />;
  if (frame) return <Console lessonId={lessonId} lesson={lesson} frame={frame} />;
  return (
    <div className={styles.waiting}>
      <Topbar back={{ href: paths.home, label: t('console.home') }} title="" />
      <main className={styles.words}>
        <LoadingFrame shape="tiles" count={12} />
      </main>
      <Strip
        offline={link.is === 'offline'}
        onRetry={lesson.retryNow}
        said={null}
        onDismiss={() => undefined}
      />
    </div>
  );
}

type RefusedProps = { lessonId: LessonId; code: string; onRetry: () => void };

/** The program does not let this page into the lesson: says why, and the way on. */
function Refused({ lessonId, code, onRetry }: RefusedProps) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const over = code === 'lesson_over';
  const signedOut = code === 'not_signed_in';
  // The gate then asks to sign in, over this page.
  useEffect(() => {
    if (signedOut) leaveSession(queryClient);
  }, [signedOut, queryClient]);
  const title = over
    ? t('console.ended.title')
    : t(signedOut ? 'console.gone.signedOut' : 'console.gone.title');
  return (
    <div className={styles.waiting}>
      <Topbar back={{ href: paths.home, label: t('ui.back') }} title={title} />
      <main className={styles.words}>
        <EmptyState
          title={
            over
              ? t('console.ended.words')
              : t(signedOut ? 'console.gone.signedOutWords' : 'console.gone.words')
          }
          step={
            over ? (
              <ButtonLink look="filled" href={paths.results(lessonId)}>
                {t('console.ended.link')}
              </ButtonLink>
            ) : (
              <Home onRetry={signedOut ? onRetry : null} />
            )
          }
        />
      </main>
    </div>
  );
}

function Home({ onRetry }: { onRetry: (() => void) | null }) {
  const { t } = useText();
  if (onRetry)
    return (
      <Button look="filled" onClick={onRetry}>
        {t('console.gone.continue')}
      </Button>
    );
  return (
    <ButtonLink look="filled" href={paths.home}>
      {t('console.gone.home')}
    </ButtonLink>
  );
}
