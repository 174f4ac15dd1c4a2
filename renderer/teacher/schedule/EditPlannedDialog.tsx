import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { Identity } from '../../../lan-server/contract/frames.ts';
import type { Planned, PlannedChanged, Scope } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, ErrorNotice, Segmented, Select, TextField } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { useQuizChoice } from '../start/chosen-quiz.ts';
import { ClassChoice } from '../start/ClassChoice.tsx';
import type { ClassChosen } from '../start/ClassChoice.tsx';
import { identityFor } from '../start/identity.ts';
import { NamesChoice } from '../start/NamesChoice.tsx';
import { lessonChangeOf } from './lesson-change.ts';
import { changeOf, draftOf, draftProblem } from './plan-draft.ts';
import { PlanFields } from './PlanFields.tsx';
import styles from './PlanFields.module.css';
import { useScheduleAct } from './queries.ts';

type EditPlannedDialogProps = {
  planned: Planned;
  onClose: () => void;
  onChanged: (changed: PlannedChanged) => void;
};

/** Another quiz, class, title, day, time or duration: of this lesson, or from it on. */
export function EditPlannedDialog({ planned, onClose, onChanged }: EditPlannedDialogProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const formId = useId();
  const { lesson } = planned;
  const { find, quiz, choice } = useQuizChoice(lesson.quizId ?? '');
  const quizId = choice.value === '' ? null : choice.value;
  const [place, setPlace] = useState<ClassChosen>({
    classId: lesson.classId,
    sectionId: lesson.sectionId,
  });
  const listed = place.classId !== null;
  const [wanted, setWanted] = useState<Identity | null>(null);
  // As it was planned, until it gets a class or loses it.
  const asPlanned = listed === (lesson.classId !== null) ? lesson.identity : null;
  const identity = identityFor(wanted ?? asPlanned, listed);
  // A quiz's own title goes with the quiz until somebody types another.
  const titleOf = (one: { title: string } | null, id: string | null) =>
    id === null ? t('teacher.start.abcdTitle') : (one?.title ?? '');
  const follows =
    lesson.title === '' || planned.title === titleOf(find(lesson.quizId ?? ''), lesson.quizId);
  const [typed, setTyped] = useState<string | null>(null);
  const title =
    typed ?? (follows && quizId !== lesson.quizId ? titleOf(quiz, quizId) : planned.title);
  const [draft, setDraft] = useState(() => draftOf(planned));
  const [scope, setScope] = useState<Scope>('this');
  const { act, busy, error } = useScheduleAct();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (draftProblem(draft) !== null) return;
    const other = lessonChangeOf(planned, { quizId, title, identity, ...place });
    const changed = await act(() =>
      api.changePlanned(planned.id, {
        scope,
        ...changeOf(planned, draft),
        ...(other && { lesson: other }),
      }),
    );
    if (changed) onChanged(changed);
  };

  return (
    <Dialog
      open
      title={t('schedule.editTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={formId} look="filled" busy={busy}>
            {t('schedule.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.fields}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <Select
          label={t('schedule.quiz')}
          options={choice.options}
          value={choice.value}
          onChange={choice.onChange}
        />
        <PlanFields
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
        <ClassChoice chosen={place} before={planned.class} onChange={setPlace} />
        <TextField
          label={t('teacher.start.lessonTitle')}
          value={title}
          onChange={setTyped}
          maxLength={200}
        />
        <NamesChoice identity={identity} listed={listed} onChange={setWanted} />
        {planned.series && (
          <Segmented
            label={t('schedule.which')}
            choices={[
              { value: 'this', label: t('schedule.this') },
              { value: 'following', label: t('schedule.following') },
            ]}
            value={scope}
            onChange={setScope}
          />
        )}
        {error && (
          <ErrorNotice
            happened={t('schedule.failed', { reason: errorText(error) })}
            safe={t('schedule.failedSafe')}
          />
        )}
      </form>
    </Dialog>
  );
}
