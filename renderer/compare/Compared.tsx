import type { Comparison } from '../../lan-server/contract/comparison.ts';
import type { Key, Picture, PublicQuestion } from '../../lan-server/questions/index.ts';
import { useText } from '../i18n/text.tsx';
import { answerArea } from '../questions/lives.ts';
import { comparedHeads } from './heads.ts';
import { FlowBars } from './FlowBars.tsx';
import { movedRows } from './moves-between.ts';
import styles from './Compared.module.css';

type ComparedProps = {
  question: PublicQuestion;
  /** Of the vote that counts now. */
  picture: Picture;
  revealedKey: Key | null;
  compared: Comparison;
};

/** Two votes on the wall: with who moved where for kinds that have options, else as two pictures side by side. */
export function Compared({ question, picture, revealedKey, compared }: ComparedProps) {
  const { t } = useText();
  const { Live, options } = answerArea(question);
  const heads = comparedHeads(compared, t);
  const { flow } = compared;
  if (flow && options) {
    const rows = (of: Picture) => options({ question, picture: of, revealedKey }, t);
    return (
      <FlowBars
        rows={movedRows(rows(compared.picture), rows(picture), flow)}
        flow={flow}
        totals={{ before: compared.answered, now: picture.total }}
        heads={heads}
      />
    );
  }
  const sides = [
    { head: heads.before, of: compared.picture },
    { head: heads.now, of: picture },
  ];
  return (
    <div className={styles.sides}>
      {sides.map(({ head, of }) => (
        <section key={head} className={styles.side} aria-label={head}>
          <h2 className={styles.head}>{head}</h2>
          <div className={styles.picture} data-fits>
            <Live question={question} picture={of} revealedKey={revealedKey} surface="wall" />
          </div>
        </section>
      ))}
    </div>
  );
}
