import { useState } from 'react';
import type { DeskLesson, Planned } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ButtonLink, Icon, icons } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import { useStartLesson } from '../start/start-lesson.ts';
import { useDesk, useLaptopNow } from './desk.tsx';
import styles from './DuePrompt.module.css';
import { useScheduleAct } from './queries.ts';
import { usePlanWords } from './words.ts';

const laterMinutes = 5;
const longerMinutes = 5;

/** Wherever the teacher is in the program: what is due, what has started by itself, and what should be over. */
export function DuePrompt() {
  const { t } = useText();
  const { frame } = useDesk();
  const now = useLaptopNow();
  // A lesson that started by itself, or whose time is over: said until it is put away.
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  if (!frame) return null;
  const put = (key: string) => setSeen((before) => new Set([...before, key]));
  const due = frame.planned.filter((one) => one.due && !seen.has(`due ${one.id}`));
  const begun = frame.live.filter(
    (one) =>
      one.byItself &&
      !seen.has(`begun ${one.lessonId}`) &&
      !location.pathname.endsWith(one.lessonId),
  );
  const over = frame.live.filter(
    (one) =>
      one.endsAt !== null && now >= one.endsAt && !seen.has(`over ${one.lessonId} ${one.endsAt}`),
  );

  return (
    <section aria-label={t('schedule.prompts')}>
      <div
        role="status"
        className={due.length + begun.length + over.length > 0 ? styles.prompts : undefined}
      >
        {due.map((one) => (
          <Due key={one.id} planned={one} />
        ))}
        {begun.map((one) => (
          <Begun key={one.lessonId} lesson={one} onSeen={() => put(`begun ${one.lessonId}`)} />
        ))}
        {over.map((one) => (
          <Over
            key={one.lessonId}
            lesson={one}
            onSeen={() => put(`over ${one.lessonId} ${one.endsAt ?? 0}`)}
          />
        ))}
      </div>
    </section>
  );
}

function Due({ planned }: { planned: Planned }) {
  const { t } = useText();
  const api = useApi();
  const words = usePlanWords();
  const errorText = useErrorText();
  const lesson = useStartLesson();
  const { act, busy, error } = useScheduleAct();
  const problem = lesson.error ?? error;
  return (
    <div className={styles.prompt}>
      <p className={styles.words}>
        <b>{t('schedule.due', { title: words.whole(planned) })}</b>{' '}
        <span className="small soft">
          {problem
            ? t('schedule.failed', { reason: errorText(problem) })
            : t('schedule.dueSince', { time: words.time(planned.time) })}
        </span>
      </p>
      <div className={styles.acts}>
        <Button
          small
          look="filled"
          icon={<Icon path={icons.play} />}
          busy={lesson.busy}
          onClick={() => void lesson.run(() => api.startPlanned(planned.id))}
        >
          {t('schedule.start')}
        </Button>
        <Button
          small
          busy={busy}
          onClick={() => void act(() => api.askLater(planned.id, laterMinutes))}
        >
          {t('schedule.later', { count: laterMinutes })}
        </Button>
        {planned.mine && (
          <Button
            small
            look="quiet"
            onClick={() => void act(() => api.cancelPlanned(planned.id, 'this'))}
          >
            {t('schedule.notToday')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Begun({ lesson, onSeen }: { lesson: DeskLesson; onSeen: () => void }) {
  const { t } = useText();
  const words = usePlanWords();
  return (
    <div className={styles.prompt}>
      <p className={styles.words}>
        <b>{t('schedule.begun', { title: words.whole(lesson) })}</b>
      </p>
      <div className={styles.acts}>
        <ButtonLink small look="filled" href={paths.lesson(lesson.lessonId)} onClick={onSeen}>
          {t('schedule.open')}
        </ButtonLink>
        <Button small look="quiet" onClick={onSeen}>
          {t('schedule.well')}
        </Button>
      </div>
    </div>
  );
}

function Over({ lesson, onSeen }: { lesson: DeskLesson; onSeen: () => void }) {
  const { t } = useText();
  const api = useApi();
  const words = usePlanWords();
  const errorText = useErrorText();
  const { act, busy, error } = useScheduleAct();
  const { plannedId } = lesson;
  return (
    <div className={styles.prompt}>
      <p className={styles.words}>
        <b>{t('schedule.over', { title: words.whole(lesson) })}</b>{' '}
        <span className="small soft">
          {error
            ? t('schedule.longerFailed', { reason: errorText(error) })
            : t('schedule.overWords')}
        </span>
      </p>
      <div className={styles.acts}>
        {plannedId !== null && (
          <Button
            small
            busy={busy}
            onClick={() => void act(() => api.extendPlanned(plannedId, longerMinutes))}
          >
            {t('schedule.longer', { count: longerMinutes })}
          </Button>
        )}
        <Button small look="quiet" onClick={onSeen}>
          {t('schedule.well')}
        </Button>
      </div>
    </div>
  );
}
