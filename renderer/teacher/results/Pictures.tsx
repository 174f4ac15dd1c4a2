import { kindOf } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { answerArea } from '../../questions/lives.ts';
import { Sheet } from '../../ui/index.ts';
import { questionTitle } from '../answers/question-title.ts';
import { QuestionTitle } from '../answers/QuestionWords.tsx';
import type { ItemResult } from './figures.ts';
import styles from './Pictures.module.css';

/** Questions that have no right answer, each with its picture: words, ratings, votes. */
export function Pictures({ questions }: { questions: readonly ItemResult[] }) {
  const { t } = useText();
  return questions.map((item, place) => {
    const { question, right, answered } = item;
    if (right !== null || answered === 0) return null;
    const title = questionTitle(question, t);
    return (
      <Sheet as="section" key={question.id} pad="roomy" label={title} className={styles.sheet}>
        <div className={styles.head}>
          <h2>
            {place + 1} · <QuestionTitle question={question} />
          </h2>
          <span className="small soft">{t('results.items.answered', { count: answered })}</span>
        </div>
        <Picture item={item} />
      </Sheet>
    );
  });
}

/** The drawing of one question's answers, as the console has it. */
export function Picture({ item: { question, picture } }: { item: ItemResult }) {
  const kind = kindOf(question);
  const { Live } = answerArea(question);
  return (
    <Live
      question={kind.redact(question)}
      picture={picture}
      revealedKey={kind.key(question)}
      surface="desk"
    />
  );
}
