import { useText } from '../../i18n/text.tsx';
import { NumberField, Segmented, TextField } from '../../ui/index.ts';
import type { PlanDraft } from './plan-draft.ts';
import { useWeekdays } from '../session/teacher.tsx';
import { draftProblem, weekdayOf } from './plan-draft.ts';
import styles from './PlanFields.module.css';
import { usePlanWords } from './words.ts';

type PlanFieldsProps = {
  draft: PlanDraft;
  onChange: (change: Partial<PlanDraft>) => void;
  /** Whether it may be repeated: only when it is planned anew. */
  mayRepeat?: boolean;
};

/** When a lesson begins, how long it is to last, on which weekdays again, and who starts it. */
export function PlanFields({ draft, onChange, mayRepeat }: PlanFieldsProps) {
  const { t } = useText();
  const words = usePlanWords();
  const problem = draftProblem(draft);
  const { day, time, minutes, byItself, weekdays, until } = draft;
  const repeats = weekdays.length > 0;
  const days = useWeekdays();

  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <TextField
          type="date"
          label={t('schedule.day')}
          value={day}
          error={problem === 'day' ? t('schedule.dayMissing') : null}
          onChange={(next) => onChange({ day: next })}
        />
        <TextField
          type="time"
          label={t('schedule.time')}
          value={time}
          error={problem === 'time' ? t('schedule.timeMissing') : null}
          onChange={(next) => onChange({ time: next.slice(0, 5) })}
        />
        <NumberField
          label={t('schedule.minutes')}
          value={minutes}
          min={5}
          max={600}
          onChange={(next) => onChange({ minutes: next })}
        />
      </div>
      {mayRepeat && (
        <Segmented
          label={t('schedule.repeat')}
          choices={[
            { value: 'once', label: t('schedule.once') },
            { value: 'weekly', label: t('schedule.weekly') },
          ]}
          value={repeats ? 'weekly' : 'once'}
          onChange={(how) =>
            onChange({ weekdays: how === 'once' || day === '' ? [] : [weekdayOf(day)] })
          }
        />
      )}
      {mayRepeat && repeats && (
        <>
          <fieldset>
            <legend className={styles.legend}>{t('schedule.weekdays')}</legend>
            <div className={styles.days}>
              {days.map((weekday) => (
                <label key={weekday} className={styles.day}>
                  <input
                    type="checkbox"
                    className={styles.check}
                    aria-label={words.weekday(weekday, 'long')}
                    checked={weekdays.includes(weekday)}
                    onChange={(event) => {
                      const others = weekdays.filter((one) => one !== weekday);
                      const next = event.currentTarget.checked ? [...others, weekday] : others;
                      // The last one stays: none at all is “once”.
                      if (next.length > 0) onChange({ weekdays: next });
                    }}
                  />
                  {words.weekday(weekday)}
                </label>
              ))}
            </div>
          </fieldset>
          <TextField
            type="date"
            label={t('schedule.until')}
            hint={t('schedule.untilHint')}
            error={problem === 'until' ? t('schedule.untilWrong') : null}
            value={until}
            onChange={(next) => onChange({ until: next })}
          />
        </>
      )}
      <div>
        <Segmented
          label={t('schedule.begin')}
          choices={[
            { value: 'asks', label: t('schedule.asks') },
            { value: 'byItself', label: t('schedule.byItself') },
          ]}
          value={byItself ? 'byItself' : 'asks'}
          onChange={(how) => onChange({ byItself: how === 'byItself' })}
        />
        <p className={styles.hint}>
          {t(byItself ? 'schedule.byItselfWords' : 'schedule.asksWords')}
        </p>
      </div>
    </div>
  );
}
