import type { LessonId } from '../../../lan-server/contract/ids.ts';
import type { TeacherFrame } from '../../../lan-server/contract/frames.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ButtonLink, Icon, icons, Pill, Topbar } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { SharedButton } from '../staff/SharedButton.tsx';
import { ActionButton } from './ActionButton.tsx';
import type { Actions } from './actions.ts';
import { LessonSpan } from '../schedule/LessonSpan.tsx';
import styles from './ConsoleBar.module.css';
import { useNow } from './now.ts';

type ConsoleBarProps = {
  lessonId: LessonId;
  frame: TeacherFrame;
  actions: Actions;
  online: boolean;
  /** Says what could not be done. */
  say: (sentence: string) => void;
  onEnd: () => void;
};

const tones = { live: 'live', paused: 'warn', ended: 'plain' } as const;

/** The head of the console: what runs, since when, where to join, and how to stop. */
export function ConsoleBar({ lessonId, frame, actions, online, say, onEnd }: ConsoleBarProps) {
  const { t, rich } = useText();
  const now = useNow(15_000);
  const { view, door } = frame;
  const { lesson, status } = view;
  const minutes = Math.max(0, Math.floor(((lesson.endedAt ?? now) - lesson.startedAt) / 60_000));
  return (
    <Topbar
      back={{ href: paths.home, label: t('console.home') }}
      title={lesson.title || t('console.untitled')}
      keepState
      actions={
        status === 'ended' ? (
          <ButtonLink href={paths.results(lessonId)} icon={<Icon path={icons.chart} />}>
            {t('console.results')}
          </ButtonLink>
        ) : (
          <>
            <SharedButton kind="lesson" id={lessonId} />
            <ActionButton
              action={actions.pause}
              icon={<Icon path={status === 'paused' ? icons.play : icons.pause} />}
            />
            <Button
              look="stop"
              disabledReason={online ? null : t('console.reason.offline')}
              reasonElsewhere
              onClick={onEnd}
            >
              {t('console.end')}
            </Button>
          </>
        )
      }
    >
      {lesson.subject && <span className={`${styles.subject ?? ''} soft`}>{lesson.subject}</span>}
      <Pill tone={tones[status]}>{t(`console.status.${status}`)}</Pill>
      <span className="small soft tnum">{t('console.minutes', { count: minutes })}</span>
      {status !== 'ended' && <LessonSpan lessonId={lessonId} say={say} />}
      <span className="grow" />
      <span className={`${styles.door ?? ''} small soft`}>
        <Icon path={door.address ? icons.wifi : icons.wifiOff} size="s" />
        <span>
          {door.address
            ? rich(
                'console.join',
                {},
                {
                  address: <span className="num">{door.address}</span>,
                  code: <b className={styles.code}>{door.code}</b>,
                },
              )
            : rich(
                'console.joinNoNetwork',
                {},
                { code: <b className={styles.code}>{door.code}</b> },
              )}
        </span>
      </span>
    </Topbar>
  );
}
