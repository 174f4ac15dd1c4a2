import type { Slider } from '../../../lan-server/questions/slider/index.ts';
import { useText } from '../../i18n/text.tsx';
import { DecimalField } from '../../numbers/DecimalField.tsx';
import styles from '../../numbers/Fields.module.css';
import { figure } from '../../numbers/figures.ts';
import { TextField } from '../../ui/index.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

/** The finest step that the scale knows. */
const leastStep = 1e-6;

function SliderFields({ question, onChange }: EditorProps<Slider>) {
  const text = useText();
  const { t } = text;
  const { min, max, step, unit, low, high, target, tolerance } = question;
  return (
    <div key={question.id} className={styles.fields}>
      <div className={styles.row}>
        <DecimalField
          label={t('kinds.slider.desk.min')}
          value={min}
          onChange={(next) => {
            if (next !== null) onChange({ ...question, min: next }, 'min');
          }}
        />
        <DecimalField
          label={t('kinds.slider.desk.max')}
          value={max}
          onChange={(next) => {
            if (next !== null) onChange({ ...question, max: next }, 'max');
          }}
        />
        <DecimalField
          label={t('kinds.slider.desk.step')}
          least={leastStep}
          value={step}
          onChange={(next) => {
            if (next !== null) onChange({ ...question, step: next }, 'step');
          }}
        />
        <div className={styles.unit}>
          <TextField
            label={t('kinds.slider.desk.unit')}
            value={unit}
            maxLength={20}
            onChange={(next) => onChange({ ...question, unit: next }, 'unit')}
          />
        </div>
      </div>
      <div className={styles.words}>
        <TextField
          label={t('kinds.slider.desk.low', { end: figure(min, unit, text) })}
          value={low}
          maxLength={60}
          onChange={(next) => onChange({ ...question, low: next }, 'low')}
        />
        <TextField
          label={t('kinds.slider.desk.high', { end: figure(max, unit, text) })}
          value={high}
          maxLength={60}
          onChange={(next) => onChange({ ...question, high: next }, 'high')}
        />
      </div>
      <div className={styles.row}>
        <DecimalField
          label={t('kinds.slider.desk.target')}
          value={target}
          onChange={(next) => onChange({ ...question, target: next }, 'target')}
        />
        <DecimalField
          label={t('kinds.slider.desk.tolerance')}
          least={0}
          value={tolerance}
          onChange={(next) => onChange({ ...question, tolerance: next ?? 0 }, 'tolerance')}
        />
      </div>
      <p className={styles.hint}>{t('kinds.slider.desk.hint')}</p>
    </div>
  );
}

/** Slider: its scale, the words at its ends, and what is right, where something is. */
export const sliderEditor: EditorUi<Slider> = {
  Editor: SliderFields,
  keyed: true,
  group: 'opinion',
  icon: { d: 'M3.5 12h7M17.5 12h3M10.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0' },
  adopt(blank, from) {
    if (from.kind === 'rating')
      return { ...blank, min: 1, max: from.steps, low: from.low, high: from.high };
    if (from.kind === 'numeric')
      return { ...blank, unit: from.unit, target: from.value, tolerance: from.tolerance };
    return blank;
  },
};
