import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { fewAnswers } from '../answers/few.ts';
import type { Figures } from './figures.ts';
import styles from './Sums.module.css';

/** The lesson in figures, a line at the head of the report. */
export function Sums({ figures }: { figures: Figures }) {
  const { t, number, percent } = useText();
  const { took, students, right, middle, maxPoints, kept } = figures;
  const points = (value: number) => number(value, { maximumFractionDigits: 1 });
  return (
    <dl className={styles.sums} aria-label={t('results.sums.label')}>
      <Sum name={t('results.sums.part')} note={t('results.sums.partOf', { count: students })}>
        {number(took)}
      </Sum>
      {right && (
        <Sum
          name={t('results.sums.right')}
          note={
            right.answered < fewAnswers
              ? t('results.sums.rightFew', { count: right.answered })
              : t('results.items.rightOf', { right: right.right, answered: right.answered })
          }
        >
          {right.answered < fewAnswers
            ? number(right.right)
            : percent(right.right / right.answered)}
        </Sum>
      )}
      {middle !== null && (
        <Sum
          name={t('results.sums.middle')}
          note={t('results.sums.middleOf', { count: points(maxPoints) })}
        >
          {points(middle)}
        </Sum>
      )}
      <Sum name={t('results.sums.kept')} note={t('results.sums.keptNote')}>
        {number(kept)}
      </Sum>
    </dl>
  );
}

function Sum({ name, note, children }: { name: string; note: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children} <small>{note}</small>
      </dd>
    </div>
  );
}
