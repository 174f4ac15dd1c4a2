import { kindOf } from '../../../lan-server/questions/index.ts';
import { VotesTable } from '../../compare/VotesTable.tsx';
import { useText } from '../../i18n/text.tsx';
import { countWords } from '../../options/count-words.ts';
import type { ItemResult } from './figures.ts';
import styles from './Votes.module.css';

/** A question that was voted on several times: the first vote beside the last, and what each vote in between brought. */
export function Votes({ item }: { item: ItemResult }) {
  const text = useText();
  const { t, number } = text;
  const { question, picture, answered, right, compared, votes } = item;
  if (!compared) return null;
  const kind = kindOf(question);
  const heads = { before: t('results.votes.first'), now: t('results.votes.last') };
  return (
    <section className={styles.votes} aria-label={t('results.votes.heading')}>
      <p className="label">{t('results.votes.heading')}</p>
      <VotesTable
        question={kind.redact(question)}
        picture={picture}
        answered={answered}
        right={right}
        revealedKey={kind.key(question)}
        compared={compared}
        heads={heads}
      />
      {votes.length > 2 && (
        <p className="small soft">
          {votes
            .map((vote) => {
              const { round } = vote;
              if (vote.right === null)
                return t('results.votes.unkeyed', { round, answered: vote.answered });
              const { count, percent } = countWords(vote.right, vote.answered, text);
              const said = percent === null ? `${count} / ${number(vote.answered)}` : percent;
              return t('results.votes.keyed', { round, right: said });
            })
            .join(' · ')}
        </p>
      )}
    </section>
  );
}
