import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
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
  Select,
  Switch,
  TextField,
} from '../../ui/index.ts';
import { defaultPlay } from '../../../lan-server/contract/play.ts';
import type { Play } from '../../../lan-server/contract/play.ts';
import { paths } from '../router/paths.ts';
import { draftProblem, freshDraft } from '../schedule/plan-draft.ts';
import { PlanFields } from '../schedule/PlanFields.tsx';
import { usePlanLesson } from '../schedule/queries.ts';
import { useErrorText } from '../shell/error-text.ts';
import { useChosenQuiz } from './chosen-quiz.ts';
import type { StartFrom } from './chosen-quiz.ts';
import { ClassChoice } from './ClassChoice.tsx';
import type { ClassChosen } from './ClassChoice.tsx';
import { identityFor } from './identity.ts';
import { NamesChoice } from './NamesChoice.tsx';
import { PlaySettings } from './play/PlaySettings.tsx';
import styles from './StartLessonDialog.module.css';
import { useStartLesson } from './start-lesson.ts';

type StartLessonDialogProps = {
  /** `choose`: asked for here. */
  quiz: StartFrom | 'choose';
  /** For another time: it opens with day and time. */
  later?: boolean;
  /** The class that it is for, chosen already. */
  classId?: string | null;
  onClose: () => void;
};

/** The last questions before a lesson begins, now or later: its title, for whom, who is who, and whether an answer is final. */
export function StartLessonDialog({
  quiz: given,
  later: opensLater = false,
  classId = null,
  onClose,
}: StartLessonDialogProps) {
  const { t } = useText();
  const chosen = useChosenQuiz(given);
  const { quiz } = chosen;
  const [later, setLater] = useState(opensLater);
  const [place, setPlace] = useState<ClassChosen>({ classId, sectionId: null });
  const [draft, setDraft] = useState(() => freshDraft(new Date()));
  const plan = usePlanLesson();
  const errorText = useErrorText();
  const formId = useId();
  const go = useRef<HTMLButtonElement>(null);
  // The quiz's own until somebody types another.
  const [typed, setTitle] = useState<string | null>(null);
  const title = typed ?? (quiz ? quiz.title : t('teacher.start.abcdTitle'));
  const [wanted, setWanted] = useState<Identity | null>(null);
  const listed = place.classId !== null;
  const identity = identityFor(wanted, listed);
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
    if (unnamed !== null) return;
    const quizId = quiz?.id ?? null;
    const lesson = { quizId, title: title.trim(), identity, changes, late, play, ...place };
    // A quiz may still be written until its time comes.
    if (later) {
      if (draftProblem(draft) === null)
        void plan.act(lesson, draft).then((planned) => planned && onClose());
    } else if (reason === null) void start(lesson);
  };

  return (
    <Dialog
      open
      title={t(later ? 'schedule.laterTitle' : 'teacher.start.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="quiet" onClick={() => setLater((before) => !before)}>
            {t(later ? 'schedule.nowInstead' : 'schedule.laterOpen')}
          </Button>
          <Button
            ref={go}
            type="submit"
            form={formId}
            look="filled"
            icon={<Icon path={later ? icons.clock : icons.play} />}
            shortcut="Enter"
            busy={busy || plan.busy}
            disabledReason={(later ? null : reason) ?? unnamed}
            reasonElsewhere
          >
            {t(later ? 'schedule.laterGo' : 'teacher.start.go')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {chosen.choice && (
          <Select
            label={t('schedule.quiz')}
            options={chosen.choice.options}
            value={chosen.choice.value}
            onChange={chosen.choice.onChange}
          />
        )}
        {later && (
          <PlanFields
            mayRepeat
            draft={draft}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
        )}
        <ClassChoice chosen={place} onChange={setPlace} />
        <TextField
          label={t('teacher.start.lessonTitle')}
          hint={t('teacher.start.lessonTitleHint')}
          value={title}
          onChange={setTitle}
          maxLength={200}
        />
        <NamesChoice identity={identity} listed={listed} onChange={setWanted} />
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
        {plan.error && (
          <ErrorNotice
            happened={t('schedule.failed', { reason: errorText(plan.error) })}
            safe={t('schedule.failedSafe')}
          />
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
