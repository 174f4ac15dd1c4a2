import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import { comparedHeads } from '../../compare/heads.ts';
import { VotesTable } from '../../compare/VotesTable.tsx';
import { useText } from '../../i18n/text.tsx';
import { answerArea } from '../../questions/lives.ts';
import { Kbd, Sheet, Switch } from '../../ui/index.ts';
import type { Action } from './actions.ts';
import styles from './ComparedSheet.module.css';

type ComparedSheetProps = {
  question: Question;
  current: NonNullable<TeacherView['current']>;
  shown: boolean;
  action: Action;
};

/** The first vote beside the last, and whether the wall shows both. */
export function ComparedSheet({ question, current, shown, action }: ComparedSheetProps) {
  const { t } = useText();
  const { compared, picture, answered, right } = current;
  if (!compared) return null;
  const kind = kindOf(question);
  const heads = comparedHeads(compared, t);
  const { Live } = answerArea(question);
  return (
    <Sheet className={styles.sheet}>
      <div className={styles.head}>
        <h3 className="label">{t('console.compare.heading')}</h3>
        <span className={styles.switch}>
          <span aria-hidden="true" className="small soft">
            {t(shown ? 'console.private.wallShown' : 'console.private.wallHidden')}
          </span>
          <span title={action.reason ?? undefined}>
            <Switch checked={shown} onChange={action.run} label={action.label} hideLabel />
          </span>
          <Kbd>{action.key}</Kbd>
        </span>
      </div>
      <VotesTable
        question={kind.redact(question)}
        picture={picture}
        answered={answered}
        right={right}
        revealedKey={kind.key(question)}
        compared={compared}
        heads={heads}
      />
      {compared.flow === null && (
        <>
          <p className={styles.first}>{heads.before}</p>
          <Live
            question={kind.redact(question)}
            picture={compared.picture}
            revealedKey={kind.key(question)}
            surface="desk"
          />
        </>
      )}
    </Sheet>
  );
}
