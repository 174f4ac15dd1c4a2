import { useText } from '../../../i18n/text.tsx';
import { Segmented, Select, Switch } from '../../../ui/index.ts';
import type { PlayPartProps } from './play-part.ts';
import { PlayGroup } from './PlayGroup.tsx';

/** Minutes that can be chosen for the whole work; others can be had by adding time. */
const choices = [5, 10, 15, 20, 30, 45, 60, 90];

/** Who sets the speed: the teacher, or each student; and how it is at one's own. */
export function PacingPart({ play, onChange }: PlayPartProps) {
  const { t } = useText();
  const { pacing, feedback, minutes, mixed } = play;
  const self = pacing === 'self';
  const now = [
    t(`teacher.start.pacing.${pacing}`),
    self && minutes !== null ? t('teacher.start.pacing.minutes', { count: minutes }) : null,
  ];
  return (
    <PlayGroup
      title={t('teacher.start.pacing.label')}
      now={now.filter((words) => words !== null).join(', ')}
    >
      <Segmented
        label={t('teacher.start.pacing.whose')}
        choices={[
          { value: 'teacher', label: t('teacher.start.pacing.teacher') },
          { value: 'self', label: t('teacher.start.pacing.self') },
        ]}
        value={pacing}
        onChange={(value) => onChange({ pacing: value })}
      />
      <p className="small soft">{t(`teacher.start.pacing.${pacing}Words`)}</p>
      {self && (
        <>
          <Segmented
            label={t('teacher.start.pacing.feedback')}
            choices={[
              { value: 'end', label: t('teacher.start.pacing.end') },
              { value: 'now', label: t('teacher.start.pacing.now') },
            ]}
            value={feedback}
            onChange={(value) => onChange({ feedback: value })}
          />
          <p className="small soft">{t(`teacher.start.pacing.${feedback}Words`)}</p>
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
        </>
      )}
    </PlayGroup>
  );
}
