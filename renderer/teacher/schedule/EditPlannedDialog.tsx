import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { Planned, PlannedChanged, Scope } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, ErrorNotice, Segmented, TextField } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { changeOf, draftOf, draftProblem } from './plan-draft.ts';
import { PlanFields } from './PlanFields.tsx';
import styles from './PlanFields.module.css';
import { useScheduleAct } from './queries.ts';

type EditPlannedDialogProps = {
  planned: Planned;
  onClose: () => void;
  onChanged: (changed: PlannedChanged) => void;
};

/** Another title, day, time or duration: of this lesson, or from it on. */
export function EditPlannedDialog({ planned, onClose, onChanged }: EditPlannedDialogProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const formId = useId();
  const [title, setTitle] = useState(planned.title);
  const [draft, setDraft] = useState(() => draftOf(planned));
  const [scope, setScope] = useState<Scope>('this');
  const { act, busy, error } = useScheduleAct();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (draftProblem(draft) !== null) return;
    const renamed = title.trim() !== planned.title;
    const changed = await act(() =>
      api.changePlanned(planned.id, {
        scope,
        ...changeOf(planned, draft),
        ...(renamed && { lesson: { ...planned.lesson, title: title.trim() } }),
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
        <TextField
          label={t('teacher.start.lessonTitle')}
          value={title}
          onChange={setTitle}
          maxLength={200}
        />
        <PlanFields
          draft={draft}
          onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        />
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
