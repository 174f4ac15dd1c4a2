import type { Numeric } from '../../../lan-server/questions/numeric/index.ts';
import { useText } from '../../i18n/text.tsx';
import { DecimalField } from '../../numbers/DecimalField.tsx';
import { Segmented, TextField } from '../../ui/index.ts';
import styles from '../../numbers/Fields.module.css';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

function NumericFields({ question, onChange }: EditorProps<Numeric>) {
  const { t } = useText();
  const { by, unit, value, tolerance, from, to } = question;
  return (
    <div className={styles.fields}>
      <Segmented
        label={t('kinds.numeric.desk.by')}
        choices={[
          { value: 'value', label: t('kinds.numeric.desk.byValue') },
          { value: 'range', label: t('kinds.numeric.desk.byRange') },
        ]}
        value={by}
        onChange={(next) => onChange({ ...question, by: next })}
      />
      <div className={styles.row}>
        {by === 'value' ? (
          <>
            <DecimalField
              key={`${question.id} value`}
              label={t('kinds.numeric.desk.value')}
              value={value}
              onChange={(next) => onChange({ ...question, value: next }, 'value')}
            />
            <DecimalField
              key={`${question.id} tolerance`}
              label={t('kinds.numeric.desk.tolerance')}
              least={0}
              value={tolerance}
              onChange={(next) => onChange({ ...question, tolerance: next ?? 0 }, 'tolerance')}
            />
          </>
        ) : (
          <>
            <DecimalField
              key={`${question.id} from`}
              label={t('kinds.numeric.desk.from')}
              value={from}
              onChange={(next) => onChange({ ...question, from: next }, 'from')}
            />
            <DecimalField
              key={`${question.id} to`}
              label={t('kinds.numeric.desk.to')}
              value={to}
              onChange={(next) => onChange({ ...question, to: next }, 'to')}
            />
          </>
        )}
        <div className={styles.unit}>
          <TextField
            label={t('kinds.numeric.desk.unit')}
            value={unit}
            maxLength={20}
            onChange={(next) => onChange({ ...question, unit: next }, 'unit')}
          />
        </div>
      </div>
      <p className={styles.hint}>{t('kinds.numeric.desk.hint')}</p>
    </div>
  );
}

/** Numeric: the number with its tolerance, or a range; the unit. */
export const numericEditor: EditorUi<Numeric> = {
  Editor: NumericFields,
  keyed: true,
  group: 'type',
  icon: { d: 'M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16' },
  adopt: (blank, from) =>
    from.kind === 'slider'
      ? { ...blank, unit: from.unit, value: from.target, tolerance: from.tolerance }
      : blank,
};
