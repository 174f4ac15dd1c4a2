import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { editorNamed } from '../../questions/editors.ts';
import { clockText, NumberField, Select, Switch } from '../../ui/index.ts';
import styles from './QuestionForm.module.css';

/** Seconds that are offered as a limit. */
const limits = [10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600];

type QuestionSettingsProps = {
  question: Question;
  onChange: (question: Question, field?: string) => void;
};

/** How long a question is open and what it is worth. */
export function QuestionSettings({ question, onChange }: QuestionSettingsProps) {
  const { t } = useText();
  const { seconds } = question;
  // A limit that came from elsewhere stays on offer.
  const offered =
    seconds === null || limits.includes(seconds)
      ? limits
      : [...limits, seconds].sort((a, b) => a - b);
  return (
    <div className={styles.settings}>
      <Select
        label={t('teacher.editor.time')}
        options={[
          { value: '', label: t('teacher.editor.timeNone') },
          ...offered.map((limit) => ({ value: String(limit), label: clockText(limit * 1000) })),
        ]}
        value={seconds === null ? '' : String(seconds)}
        onChange={(value) =>
          onChange({ ...question, seconds: value === '' ? null : Number(value) })
        }
      />
      {editorNamed(question.kind).keyed && (
        <NumberField
          label={t('teacher.editor.points')}
          min={0}
          max={100}
          value={question.points}
          onChange={(points) => {
            if (points !== null && Number.isInteger(points))
              onChange({ ...question, points }, 'points');
          }}
        />
      )}
      {editorNamed(question.kind).shuffles && (
        <div className={styles.switch}>
          <Switch
            label={t('teacher.editor.shuffle')}
            checked={question.shuffle === true}
            onChange={(shuffle) => onChange({ ...question, shuffle: shuffle || undefined })}
          />
        </div>
      )}
    </div>
  );
}
