import type { Rating } from '../../../lan-server/questions/rating/index.ts';
import { useText } from '../../i18n/text.tsx';
import { NumberField, TextField } from '../../ui/index.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';
import styles from './Editor.module.css';

function RatingFields({ question, onChange }: EditorProps<Rating>) {
  const { t, number } = useText();
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <NumberField
          label={t('kinds.rating.desk.steps')}
          min={2}
          max={10}
          value={question.steps}
          onChange={(steps) => {
            if (steps !== null && Number.isInteger(steps))
              onChange({ ...question, steps }, 'steps');
          }}
        />
        <TextField
          label={t('kinds.rating.desk.low')}
          value={question.low}
          maxLength={60}
          onChange={(low) => onChange({ ...question, low }, 'low')}
        />
        <TextField
          label={t('kinds.rating.desk.high', { steps: question.steps })}
          value={question.high}
          maxLength={60}
          onChange={(high) => onChange({ ...question, high }, 'high')}
        />
      </div>
      <p className={styles.hint}>{t('kinds.rating.desk.stepsHint')}</p>
      <ol className={styles.scale} aria-label={t('kinds.rating.desk.preview')}>
        {Array.from({ length: question.steps }, (_, index) => (
          <li key={index}>{number(index + 1)}</li>
        ))}
      </ol>
      <p className={styles.ends} aria-hidden="true">
        <span>{question.low}</span>
        <span>{question.high}</span>
      </p>
    </div>
  );
}

/** Rating scale: how many steps, and the words at its ends. */
export const ratingEditor: EditorUi<Rating> = {
  Editor: RatingFields,
  keyed: false,
  group: 'opinion',
  icon: {
    d: 'M3.5 17h17M5.5 17v-3M10 17v-5.5M14.5 17v-8M19 17V6.5',
  },
  adopt: (blank) => blank,
};
