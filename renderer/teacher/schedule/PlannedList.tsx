import { useState } from 'react';
import type { Planned, Scope } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import { ErrorNotice, UndoBar } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import rows from '../shell/Rows.module.css';
import { useStartLesson } from '../start/start-lesson.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { EditPlannedDialog } from './EditPlannedDialog.tsx';
import { conflictsWith } from './plan-draft.ts';
import styles from './Planned.module.css';
import { PlannedRow } from './PlannedRow.tsx';
import { useScheduleAct } from './queries.ts';
import { usePlanWords } from './words.ts';

/** Lessons in time, day by day: start, edit, cancel and take that back. `headings`: of which level the days are. */
export function PlannedList({
  planned,
  today,
  headings: Heading = 'h2',
}: {
  planned: readonly Planned[];
  today: string;
  headings?: 'h2' | 'h3';
}) {
  const { t } = useText();
  const api = useApi();
  const words = usePlanWords();
  const errorText = useErrorText();
  const { act, busy, error } = useScheduleAct();
  const lesson = useStartLesson();
  const [editing, setEditing] = useState<Planned | null>(null);
  const [cancelling, setCancelling] = useState<Planned | null>(null);
  const [done, setDone] = useState<{ words: string; undo: string | null } | null>(null);

  const cancel = async (one: Planned, scope: Scope) => {
    const cancelled = await act(() => api.cancelPlanned(one.id, scope));
    setCancelling(null);
    if (!cancelled) return;
    const { planned: which, undo = null } = cancelled;
    const title = words.whole(one);
    setDone({ words: t('schedule.cancelled', { count: which.length, title }), undo });
  };
  const takeBack = async (undo: string) => {
    const restored = await act(() => api.undoSchedule(undo));
    if (restored) setDone({ words: t('schedule.restored'), undo: null });
  };

  const days = [...new Set(planned.map(({ day }) => day))];
  const problem = error ?? lesson.error;
  return (
    <>
      <div className={rows.notices}>
        {problem && (
          <ErrorNotice
            happened={t('schedule.failed', { reason: errorText(problem) })}
            safe={t('schedule.failedSafe')}
          />
        )}
        <UndoBar
          onUndo={done?.undo ? () => void takeBack(done.undo ?? '') : undefined}
          onDismiss={() => setDone(null)}
        >
          {done?.words}
        </UndoBar>
      </div>
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <Heading id={`day-${day}`} className={styles.dayHead}>
            {words.day(day, today)}
          </Heading>
          <ul>
            {planned
              .filter((one) => one.day === day)
              .map((one) => (
                <PlannedRow
                  key={one.id}
                  planned={one}
                  conflicts={conflictsWith(one, planned)}
                  onStart={() => void lesson.run(() => api.startPlanned(one.id))}
                  onEdit={() => setEditing(one)}
                  onCancel={() => (one.series ? setCancelling(one) : void cancel(one, 'this'))}
                />
              ))}
          </ul>
        </section>
      ))}
      {editing && (
        <EditPlannedDialog
          planned={editing}
          onClose={() => setEditing(null)}
          onChanged={({ planned: which, undo = null }) => {
            setEditing(null);
            setDone({ words: t('schedule.changed', { count: which.length }), undo });
          }}
        />
      )}
      {cancelling && (
        <CancelDialog
          planned={cancelling}
          busy={busy}
          onCancel={() => setCancelling(null)}
          onConfirm={(scope) => void cancel(cancelling, scope)}
        />
      )}
    </>
  );
}
