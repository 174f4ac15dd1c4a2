import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import styles from './HowSure.module.css';

type HowSureProps = {
  /** undefined: not said yet. */
  sure: boolean | undefined;
  /** It stays as it was said. */
  final: boolean;
  onSure: (sure: boolean) => void;
};

const steps = [
  { value: true, name: 'student.sure.yes' },
  { value: false, name: 'student.sure.no' },
] as const;

/** How sure one is of the answer given: one tap, never graded. */
export function HowSure({ sure, final, onSure }: HowSureProps) {
  const { t } = useText();
  return (
    <div className={styles.sure} role="group" aria-label={t('student.sure.ask')}>
      <p className={styles.ask}>{t('student.sure.ask')}</p>
      <div className={styles.steps}>
        {steps.map(({ value, name }) => (
          <button
            key={name}
            type="button"
            className={classes(styles.step, sure === value && styles.on)}
            aria-pressed={sure === value}
            aria-disabled={final || undefined}
            onClick={() => {
              if (!final && sure !== value) onSure(value);
            }}
          >
            {t(name)}
          </button>
        ))}
      </div>
    </div>
  );
}
