import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { inputOf } from '../questions/inputs.ts';
import { Seal } from '../ui/Seal.tsx';
import { HowSure } from './HowSure.tsx';
import type { PhoneLink } from './link.ts';
import { OfflineTray } from './OfflineTray.tsx';
import { PhoneButton } from './PhoneButton.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import type { Mine, OpenStage } from './screen.ts';
import styles from './screens.module.css';
import { TimerRow } from './TimerRow.tsx';

type SentScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  stage: OpenStage;
  at: number;
  mine: Mine;
  mayChange: boolean;
  onChange: () => void;
  /** The student says how sure they are; left out where nobody asks. */
  onSure?: (sure: boolean) => void;
  onTryNow: () => void;
  /** What lies in the tray instead. */
  tray?: ReactNode;
};

/** The answer lies in the tray with its seal: stored on the laptop, or kept on this phone. */
export function SentScreen(props: SentScreenProps) {
  const { head, link, stage, at, mine, mayChange, onChange, onSure, onTryNow, tray } = props;
  const text = useText();
  const { t, time } = text;
  const { question } = stage;
  const ui = inputOf(question);
  const name = ui.name(question, mine.answer, text);
  const which = name === null ? 'unnamed' : 'named';
  const kept = mine.is === 'kept';
  const count = ui.parts(mine.answer);
  const Given = ui.Given;
  const change = mayChange && (
    <PhoneButton look="bordered" onClick={onChange}>
      {t('student.sent.change')}
    </PhoneButton>
  );
  return (
    <PhoneFrame
      head={head}
      link={link.is}
      layout="middle"
      tray={
        tray ?? (
          <>
            {kept ? (
              <OfflineTray link={link} keptAt={mine.at} onTryNow={onTryNow}>
                {change}
              </OfflineTray>
            ) : (
              <TimerRow
                timer={stage.timer}
                at={at}
                note={t(stage.timer ? 'student.timer.untilClosed' : 'student.sent.wait')}
              />
            )}
            {!kept && change && <div className={styles.acts}>{change}</div>}
          </>
        )
      }
    >
      <div className={styles.plate}>
        <Given question={question} answer={mine.answer} large />
        {mine.is !== 'sending' && (
          <Seal state={kept ? 'held' : 'stored'} className={styles.seal} silent />
        )}
      </div>
      <h1 className={styles.title} tabIndex={-1}>
        {t(`student.${kept ? 'kept' : 'sent'}.${which}`, { answer: name ?? '', count })}
      </h1>
      <p className={styles.under}>
        {mine.is === 'stored' && t('student.sent.stored', { time: time(mine.at) })}
        {mine.is === 'sending' && t('student.sent.sending')}
        {kept && t(link.is === 'online' ? 'student.kept.refused' : 'student.kept.waiting')}
      </p>
      {stage.asksSure && onSure && (
        <HowSure
          sure={mine.sure}
          // A final answer keeps what was said of it.
          final={!mayChange && mine.sure !== undefined}
          onSure={onSure}
        />
      )}
    </PhoneFrame>
  );
}
