import type { Results } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Sheet } from '../../ui/index.ts';
import styles from './LateAnswers.module.css';

/** Students whose devices answered a question differently: what each said. */
export function Conflicts({ results }: { results: Results }) {
  const { t } = useText();
  const { conflicts, questions, students } = results;
  if (conflicts.length === 0) return null;
  const numberOf = (id: string) => questions.findIndex(({ question }) => question.id === id) + 1;
  return (
    <Sheet as="section" pad="roomy" label={t('roster.conflicts.title')} className={styles.sheet}>
      <h2 className={styles.heading}>{t('roster.conflicts.title')}</h2>
      <ol>
        {conflicts.map(({ seatId, questionId, answers }) => {
          const student = students.find((one) => one.seatId === seatId);
          return (
            <li key={`${seatId} ${questionId}`} className={styles.answer}>
              <b>{numberOf(questionId)}</b>
              <span>
                <b>
                  <bdi>
                    {student?.name ??
                      t('results.matrix.unnamed', { number: String(student?.number ?? '') })}
                  </bdi>
                </b>
                {' · '}
                {answers
                  .map(({ device, letter, text }) =>
                    t('roster.conflicts.device', {
                      device: String(device),
                      answer: letter ?? text,
                    }),
                  )
                  .join('; ')}
              </span>
            </li>
          );
        })}
      </ol>
    </Sheet>
  );
}
