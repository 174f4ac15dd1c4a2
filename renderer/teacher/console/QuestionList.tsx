import { useEffect, useRef } from 'react';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons, JumpTiles, Kbd } from '../../ui/index.ts';
import type { JumpTile } from '../../ui/index.ts';
import { ActionButton } from './ActionButton.tsx';
import type { Actions } from './actions.ts';
import { phasesOf } from './next-step.ts';
import { questionTitle } from '../answers/question-title.ts';
import { QuestionTitle } from '../answers/QuestionWords.tsx';
import { isAskedAloud } from './quick-question.ts';
import styles from './QuestionList.module.css';

type QuestionListProps = { view: TeacherView; questions: readonly Question[]; actions: Actions };

/** The plan of the lesson: where it is, what comes then, and the way to any other question. */
export function QuestionList({ view, questions, actions }: QuestionListProps) {
  const { t, rich } = useText();
  const phases = phasesOf(view);
  const { current } = view;
  const total = questions.length;
  const aloud = questions.every(isAskedAloud);
  const box = useRef<HTMLDivElement>(null);
  const at = current?.questionId;
  // Of many questions only two rows of tiles are in sight; the current one always is.
  useEffect(() => {
    const tile = at && box.current?.querySelector('[aria-current]');
    if (tile) tile.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const goesOn = !view.work || view.work.standing === 'released';
  const then = questions[current ? current.number : 0];

  const tiles = questions.map((question, index): JumpTile => {
    const phase = phases[index];
    const done = phase === 'revealed' || phase === 'skipped' || phase === 'closed';
    const key = phase === 'skipped' ? 'tileSkipped' : done ? 'tileDone' : 'tile';
    return {
      id: question.id,
      label: t(`console.plan.${key}`, {
        number: index + 1,
        text: questionTitle(question, t),
      }),
      state: question.id === current?.questionId ? 'current' : done ? 'done' : 'rest',
    };
  });

  return (
    <>
      <div className={styles.head}>
        <h2>
          {current
            ? t('console.plan.heading', { number: current.number, total })
            : total === 0
              ? t('console.plan.none')
              : t('console.plan.lobby', { count: total })}
        </h2>
        {total > 0 && (
          <span className={`${styles.keys ?? ''} small soft`} aria-hidden="true">
            {t('console.plan.jump')} <Kbd>1</Kbd>
            {total > 1 && (
              <>
                {' – '}
                <Kbd>{String(Math.min(9, total))}</Kbd>
              </>
            )}
          </span>
        )}
      </div>
      {total > 0 && (
        <div ref={box} className={styles.tiles}>
          <JumpTiles label={t('console.plan.tiles')} tiles={tiles} onJump={actions.jump} />
        </div>
      )}
      {total > 0 && goesOn && (
        <div className={styles.then}>
          <span className="label">{t('console.plan.then')}</span>
          <span className={styles.thenText}>
            {then
              ? rich(
                  'console.plan.thenQuestion',
                  { number: (current ? current.number : 0) + 1 },
                  { text: <QuestionTitle question={then} /> },
                )
              : t(aloud ? 'console.plan.thenMore' : 'console.plan.thenEnd')}
          </span>
        </div>
      )}
      <div className={styles.more}>
        <ActionButton
          action={actions.add}
          small
          icon={<Icon path={icons.plus} size="s" />}
          hint={t('console.plan.addHint')}
        />
        <ActionButton
          action={actions.compose}
          small
          icon={<Icon path={icons.plus} size="s" />}
          hint={t('console.plan.composeHint')}
        />
        {total > 0 && (
          <ActionButton action={actions.order} small icon={<Icon path={icons.list} size="s" />} />
        )}
      </div>
    </>
  );
}
