import { useText } from '../../../i18n/text.tsx';
import { Segmented, Select, Switch } from '../../../ui/index.ts';
import styles from './PacingPart.module.css';
import type { PlayPartProps } from './PlaySettings.tsx';

/** Minutes that can be chosen for the whole work; others can be had by adding time. */
const choices = [5, 10, 15, 20, 30, 45, 60, 90];

/** Who sets the speed: the teacher, or each student; and how it is at one's own. */
export function PacingPart({ play, onChange }: PlayPartProps) {
  const { t } = useText();
  const { pacing, feedback, minutes, mixed } = play;
  return (
    <div>
      <Segmented
        label={t('teacher.start.pacing.label')}
        choices={[
          { value: 'teacher', label: t('teacher.start.pacing.teacher') },
          { value: 'self', label: t('teacher.start.pacing.self') },
        ]}
        value={pacing}
        onChange={(value) => onChange({ pacing: value })}
      />
      <p className={styles.hint}>{t(`teacher.start.pacing.${pacing}Words`)}</p>
      {pacing === 'self' && (
        <div className={styles.more}>
          <div>
            <Segmented
              label={t('teacher.start.pacing.feedback')}
              choices={[
                { value: 'end', label: t('teacher.start.pacing.end') },
                { value: 'now', label: t('teacher.start.pacing.now') },
              ]}
              value={feedback}
              onChange={(value) => onChange({ feedback: value })}
            />
            <p className={styles.hint}>{t(`teacher.start.pacing.${feedback}Words`)}</p>
          </div>
          <Select
            label={t('teacher.start.pacing.time')}
            options={[
              { value: '', label: t('teacher.start.pacing.noLimit') },
              ...choices.map((count) => ({
                value: String(count),
                label: t('teacher.start.pacing.minutes', { count }),
              })),
            ]}
            value={minutes === null ? '' : String(minutes)}
            onChange={(value) => onChange({ minutes: value === '' ? null : Number(value) })}
          />
          <Switch
            checked={mixed}
            onChange={(value) => onChange({ mixed: value })}
            label={t('teacher.start.pacing.mixed')}
          />
        </div>
      )}
    </div>
  );
}
