import type { Exactness } from '../../lan-server/questions/matching.ts';
import { useText } from '../i18n/text.tsx';
import { Select, Switch } from '../ui/index.ts';
import styles from './typed.module.css';

const typos = ['0', '1', '2'] as const;

/** How exactly an answer must be typed. */
export function ExactnessFields({
  exactness: { caseMatters, accentsMatter, typos: allowed },
  onChange,
}: {
  exactness: Exactness;
  onChange: (change: Partial<Exactness>) => void;
}) {
  const { t } = useText();
  return (
    <section className={styles.exactness} aria-label={t('questions.desk.typed.exactness')}>
      <Select
        label={t('questions.desk.typed.typos')}
        hint={t('questions.desk.typed.typosHint')}
        options={typos.map((value) => ({ value, label: t(`questions.desk.typed.typos${value}`) }))}
        value={typos[allowed] ?? '0'}
        onChange={(value) => onChange({ typos: Number(value) })}
      />
      <div className={styles.switches}>
        <Switch
          checked={caseMatters}
          onChange={(on) => onChange({ caseMatters: on })}
          label={t('questions.desk.typed.case')}
        />
        <Switch
          checked={accentsMatter}
          onChange={(on) => onChange({ accentsMatter: on })}
          label={t('questions.desk.typed.accents')}
        />
      </div>
    </section>
  );
}
