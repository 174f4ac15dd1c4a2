import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Sheet } from '../../ui/index.ts';
import { fewAnswers } from '../answers/few.ts';
import { ActionButton } from './ActionButton.tsx';
import type { Action } from './actions.ts';
import styles from './TalkSheet.module.css';

type TalkSheetProps = {
  current: NonNullable<TeacherView['current']>;
  action: Action;
  locked: string | null;
  /** Lets the class talk without a timer. */
  onNoTimer: () => void;
};

/** One quiet line: that talking it over would help now and why, or that the class talks. Nothing where neither is so. */
export function TalkSheet({ current, action, locked, onNoTimer }: TalkSheetProps) {
  const { t, percent } = useText();
  const { talk, worthTalking, right, answered } = current;
  if (talk)
    return (
      <Sheet className={styles.sheet}>
        <h3 className={styles.title}>{t('console.talk.now')}</h3>
        <p className="small soft">{t('console.talk.nowWords')}</p>
        {talk.timer && locked === null && (
          <Button small look="quiet" onClick={onNoTimer}>
            {t('console.talk.noTimer')}
          </Button>
        )}
      </Sheet>
    );
  if (!worthTalking || right === null) return null;
  return (
    <Sheet className={styles.sheet}>
      <h3 className={styles.title}>
        {answered < fewAnswers
          ? t('console.talk.worthFew', { right, answered })
          : t('console.talk.worth', { percent: percent(right / answered) })}
      </h3>
      <p className="small">{t('console.talk.why')}</p>
      <ActionButton action={action} small />
    </Sheet>
  );
}
