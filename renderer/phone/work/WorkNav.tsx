import { useText } from '../../i18n/text.tsx';
import type { PhoneLink } from '../link.ts';
import { PhoneButton } from '../PhoneButton.tsx';
import screens from '../screens.module.css';
import { TimerRow } from '../TimerRow.tsx';
import type { WorkItem, WorkKnown, WorkStage } from './items.ts';
import styles from './Work.module.css';

type WorkNavProps = {
  stage: WorkStage;
  at: number;
  item: WorkItem;
  link: PhoneLink;
  known: WorkKnown;
  first: boolean;
  /** There is an answer, or one is in the fields. */
  answered: boolean;
  /** What the button says that sends a final answer; null where there is none to send. */
  send: string | null;
  /** It was asked to send what is not there yet. */
  missing: boolean;
  /** The number of the question after this one; 0: the overview. */
  next: number;
  onGo: (number: number) => void;
};

/** The tray of one question of the work: time, what is still here, and the ways on. */
export function WorkNav(props: WorkNavProps) {
  const { stage, at, item, link, known, first, answered, send, missing, next, onGo } = props;
  const { t } = useText();
  const { number, of } = item;
  const unsent = known.kept.length;
  const forward =
    next === 0 ? 'student.work.toOverview' : answered ? 'student.work.next' : 'student.work.skip';
  return (
    <>
      <TimerRow
        timer={stage.standing === 'open' ? stage.timer : null}
        at={at}
        note={t('student.question.place', { number, of })}
      />
      {unsent > 0 && (known.stuck || link.is !== 'online') && (
        <p className={styles.unsent}>{t('student.work.unsent', { count: unsent })}</p>
      )}
      {missing && (
        <p className={styles.unsent} role="alert">
          {t('student.question.missing')}
        </p>
      )}
      <div className={screens.acts}>
        {send !== null && <PhoneButton type="submit">{send}</PhoneButton>}
        <div className={styles.ways}>
          {!first && (
            <PhoneButton look="bordered" onClick={() => onGo(number - 1)}>
              {t('student.back')}
            </PhoneButton>
          )}
          {next !== 0 && (
            <PhoneButton look="bordered" onClick={() => onGo(0)}>
              {t('student.work.all')}
            </PhoneButton>
          )}
          <PhoneButton
            look={send === null && (answered || next === 0) ? 'filled' : 'bordered'}
            onClick={() => onGo(next)}
          >
            {t(forward)}
          </PhoneButton>
        </div>
      </div>
    </>
  );
}
