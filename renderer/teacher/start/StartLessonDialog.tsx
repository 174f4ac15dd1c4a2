import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { QuizSummary } from '../../../lan-server/contract/api.ts';
import { lateRuleSchema } from '../../../lan-server/contract/late.ts';
import type { LateRule } from '../../../lan-server/contract/late.ts';
import type { Identity } from '../../../lan-server/contract/frames.ts';
import { teamsSchema } from '../../../lan-server/contract/game.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ButtonLink,
  Dialog,
  ErrorNotice,
  icons,
  Icon,
  Notice,
  Segmented,
  Switch,
  TextField,
} from '../../ui/index.ts';
import { defaultPlay } from '../../../lan-server/contract/play.ts';
import type { Play } from '../../../lan-server/contract/play.ts';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import { PlaySettings } from './play/PlaySettings.tsx';
import styles from './StartLessonDialog.module.css';
import { useStartLesson } from './start-lesson.ts';

/** The quiz that a lesson is started from; null: questions asked aloud, nothing prepared. */
export type StartFrom = Pick<QuizSummary, 'id' | 'title' | 'questions' | 'unready'> | null;

/** The last questions before a lesson begins: its title, who is who, and whether an answer is final. */
export function StartLessonDialog({ quiz, onClose }: { quiz: StartFrom; onClose: () => void }) {
  const { t } = useText();
  const errorText = useErrorText();
  const formId = useId();
  const go = useRef<HTMLButtonElement>(null);
  const [title, setTitle] = useState(quiz ? quiz.title : t('teacher.start.abcdTitle'));
  const [identity, setIdentity] = useState<Identity>('nickname');
  const [changes, setChanges] = useState(true);
  const [late, setLate] = useState<LateRule>('tapped');
  const [play, setPlay] = useState<Play>(defaultPlay);
  const { start, busy, error } = useStartLesson();

  // Everything is filled in: Enter is enough. (The browser would choose the cross in the corner.)
  useEffect(() => go.current?.focus({ preventScroll: true }), []);

  const reason =
    quiz && quiz.unready >= quiz.questions
      ? t(quiz.questions === 0 ? 'teacher.start.empty' : 'teacher.start.noneReady')
      : null;
  // Said beside the names.
  const unnamed =
    play.teams === null || teamsSchema.safeParse(play.teams).success
      ? null
      : t('game.start.teamNamesWrong');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason === null && unnamed === null)
      void start({ quizId: quiz?.id ?? null, title: title.trim(), identity, changes, late, play });
  };

  return (
    <Dialog
      open
      title={t('teacher.start.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            ref={go}
            type="submit"
            form={formId}
            look="filled"
            icon={<Icon path={icons.play} />}
            shortcut="Enter"
            busy={busy}
            disabledReason={reason ?? unnamed}
            reasonElsewhere
          >
            {t('teacher.start.go')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('teacher.start.lessonTitle')}
          hint={t('teacher.start.lessonTitleHint')}
          value={title}
          onChange={setTitle}
          maxLength={200}
        />
        <div>
          <Segmented
            label={t('teacher.start.names')}
            choices={[
              { value: 'nickname', label: t('teacher.start.nickname') },
              { value: 'anonymous', label: t('teacher.start.anonymous') },
            ]}
            value={identity}
            onChange={setIdentity}
          />
          <p className={styles.hint}>
            {t(
              identity === 'nickname'
                ? 'teacher.start.nicknameWords'
                : 'teacher.start.anonymousWords',
            )}
          </p>
        </div>
        <Switch checked={changes} onChange={setChanges} label={t('teacher.start.changes')} />
        <div>
          <Segmented
            label={t('teacher.start.late')}
            choices={lateRuleSchema.options.map((rule) => ({
              value: rule,
              label: t(`teacher.start.lateRule.${rule}`),
            }))}
            value={late}
            onChange={setLate}
          />
          <p className={styles.hint}>{t(`teacher.start.lateWords.${late}`)}</p>
        </div>
        <PlaySettings
          play={play}
          identity={identity}
          onChange={(change) => setPlay((before) => ({ ...before, ...change }))}
        />
        {quiz && (reason !== null || quiz.unready > 0) && (
          <Notice
            tone="warn"
            icon={<Icon path={icons.alert} />}
            action={
              <ButtonLink small href={paths.quiz(quiz.id)} onClick={onClose}>
                {t('teacher.start.finish')}
              </ButtonLink>
            }
          >
            {reason ?? t('teacher.start.unready', { count: quiz.unready })}
          </Notice>
        )}
        {error && (
          <ErrorNotice
            happened={t('teacher.start.failed', { reason: errorText(error) })}
            safe={t('teacher.start.failedSafe')}
          />
        )}
      </form>
    </Dialog>
  );
}
