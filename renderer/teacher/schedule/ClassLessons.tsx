import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, Icon, icons, Link, Pill } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { StartLessonDialog } from '../start/StartLessonDialog.tsx';
import styles from './ClassLessons.module.css';
import { useDesk, useLaptopNow } from './desk.tsx';
import { usePlanWords } from './words.ts';

/** What runs in a class, with where it is, what comes next, and a way to plan more. */
export function ClassLessons({ classId }: { classId: string }) {
  const { t } = useText();
  const words = usePlanWords();
  const { frame } = useDesk();
  const now = useLaptopNow(15_000);
  const [planning, setPlanning] = useState(false);
  const live = (frame?.live ?? []).filter((one) => one.class?.id === classId);
  const next = (frame?.planned ?? []).find(
    (one) => one.class?.id === classId && one.status === 'scheduled',
  );
  return (
    <section aria-label={t('schedule.ofClass')} className={styles.lessons}>
      {(live.length > 0 || next) && (
        <ul className={styles.list}>
          {live.map((lesson) => {
            const left = lesson.endsAt === null ? null : Math.ceil((lesson.endsAt - now) / 60_000);
            const facts = [
              lesson.number !== null &&
                t('schedule.question', { number: lesson.number, of: lesson.of }),
              left !== null && left >= 0 && t('schedule.left', { count: left }),
            ].filter(Boolean);
            return (
              <li key={lesson.lessonId}>
                <Pill tone={lesson.status === 'paused' ? 'warn' : 'live'}>
                  {t(`schedule.status.${lesson.status}`)}
                </Pill>{' '}
                <Link className={styles.title} href={paths.lesson(lesson.lessonId)}>
                  {words.title(lesson)}
                </Link>{' '}
                <span className="small soft tnum">{facts.join(' · ')}</span>
              </li>
            );
          })}
          {next && frame && (
            <li>
              <span className="small soft">{t('schedule.next')}</span>{' '}
              <Link className={styles.title} href={paths.schedule}>
                {words.title(next)}
              </Link>{' '}
              <span className="small soft tnum">
                {words.day(next.day, frame.today)} · {words.time(next.time)}
              </span>
            </li>
          )}
        </ul>
      )}
      <Button small icon={<Icon path={icons.clock} />} onClick={() => setPlanning(true)}>
        {t('schedule.plan')}
      </Button>
      {planning && (
        <StartLessonDialog
          quiz="choose"
          later
          classId={classId}
          onClose={() => setPlanning(false)}
        />
      )}
    </section>
  );
}
