import { memo } from 'react';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { answerArea } from '../../questions/lives.ts';
import { Kbd, Sheet, Switch } from '../../ui/index.ts';
import type { Action } from './actions.ts';
import { AllAnswers } from './AllAnswers.tsx';
import { LikeliestSlip, ShareRight } from './AfterReveal.tsx';
import styles from './ResultsSoFar.module.css';

type Current = NonNullable<TeacherView['current']>;

type ResultsSoFarProps = {
  lessonId: LessonId;
  question: Question;
  current: Current;
  /** Whether the wall shows them too. */
  shown: boolean;
  action: Action;
};

/** The live results, and whether the class sees them. */
export function ResultsSoFar(props: ResultsSoFarProps) {
  const { lessonId, question, current, shown, action } = props;
  const { t } = useText();
  const revealed = current.phase === 'revealed';
  // Both votes stand below with the same counts, and a column has only so much room.
  const drawnBelow = revealed && current.compared?.flow;
  return (
    <Sheet className={styles.sheet}>
      <div className={styles.head}>
        <h3 className="label">
          {t(revealed ? 'console.private.results' : 'console.private.soFar')}
        </h3>
        {revealed ? (
          <ShareRight current={current} />
        ) : (
          <span className={styles.switch}>
            <span aria-hidden="true" className="small soft">
              {t(shown ? 'console.private.wallShown' : 'console.private.wallHidden')}
            </span>
            <span title={action.reason ?? undefined}>
              <Switch checked={shown} onChange={action.run} label={action.label} hideLabel />
            </span>
            <Kbd>{action.key}</Kbd>
          </span>
        )}
      </div>
      {current.answered === 0 ? (
        <p className="soft">{t('console.private.nobody')}</p>
      ) : drawnBelow ? null : (
        <LivePicture question={question} picture={current.picture} revealed={revealed} />
      )}
      {current.answered > 0 && kindOf(question).keyAccepting && (
        <div className={styles.all}>
          <AllAnswers lessonId={lessonId} question={question} />
        </div>
      )}
      {revealed && current.right !== null && current.answered > 0 && (
        <LikeliestSlip lessonId={lessonId} question={question} current={current} />
      )}
    </Sheet>
  );
}

/** Frames come twenty times a second; the drawing changes only when an answer came. */
export const LivePicture = memo(
  function LivePicture({
    question,
    picture,
    revealed,
  }: {
    question: Question;
    picture: Current['picture'];
    revealed: boolean;
  }) {
    const { Live } = answerArea(question);
    const kind = kindOf(question);
    return (
      <Live
        question={kind.redact(question)}
        picture={picture}
        revealedKey={revealed ? kind.key(question) : null}
        surface="desk"
      />
    );
  },
  (before, after) =>
    before.question === after.question &&
    before.revealed === after.revealed &&
    JSON.stringify(before.picture) === JSON.stringify(after.picture),
);
