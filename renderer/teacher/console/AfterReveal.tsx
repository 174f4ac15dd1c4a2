import { useQuery } from '@tanstack/react-query';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Mark } from '../../ui/index.ts';
import { answerLabel } from '../answers/answer-label.ts';
import { fewAnswers } from '../answers/few.ts';
import { markLetter } from '../answers/letter.ts';
import { mostChosenWrong } from '../answers/most-chosen-wrong.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import styles from './AfterReveal.module.css';

type Current = NonNullable<TeacherView['current']>;

/** How many were right, after the reveal; nothing without a key or answers. */
export function ShareRight({ current: { right, answered } }: { current: Current }) {
  const { t, percent } = useText();
  if (right === null || answered === 0) return null;
  const counts = t('console.private.rightCount', { right, answered });
  if (answered < fewAnswers) return <b className={styles.share}>{counts}</b>;
  return (
    <span className={styles.share}>
      <b>{t('console.private.right', { percent: percent(right / answered) })}</b>{' '}
      <span className="small soft">{t('console.private.rightOf', { right, answered })}</span>
    </span>
  );
}

type LikeliestSlipProps = { lessonId: LessonId; question: Question; current: Current };

/** The wrong answer that most chose. */
export function LikeliestSlip({ lessonId, question, current }: LikeliestSlipProps) {
  const { t, rich } = useText();
  const api = useApi();
  const { round, answered, right } = current;
  const { data } = useQuery({
    // The live picture has no rows; the report of this round has them, and a changed key makes them new.
    queryKey: [...queryKeys.results(lessonId), question.id, round, answered, right],
    queryFn: async () => valueOf(await api.results(lessonId)).questions,
  });
  if (right === answered) return <p className={styles.slip}>{t('console.private.noWrong')}</p>;
  const rows = data?.find((one) => one.question.id === question.id)?.rows ?? [];
  const wrong = mostChosenWrong(rows);
  if (!wrong) return null;
  const letter = markLetter(wrong.letter);
  return (
    <p className={styles.slip}>
      {rich(
        'console.private.mostWrong',
        { count: wrong.count },
        {
          answer: letter ? (
            <Mark letter={letter} size={22} className={styles.mark} />
          ) : (
            answerLabel(question.kind, wrong, t)
          ),
        },
      )}
    </p>
  );
}
