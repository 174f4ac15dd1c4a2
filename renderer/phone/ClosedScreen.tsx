import { useText } from '../i18n/text.tsx';
import { inputOf } from '../questions/inputs.ts';
import { Seal } from '../ui/Seal.tsx';
import { NowTray } from './NowTray.tsx';
import type { PhoneLink } from './link.ts';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import type { ClosedStage, Mine } from './screen.ts';
import styles from './screens.module.css';
import { TimerRow } from './TimerRow.tsx';

type ClosedScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  paused: boolean;
  /** When the view was told, on the clock of performance.now(). */
  at: number;
  stage: ClosedStage;
  mine: Mine | null;
  onTryNow: () => void;
};

/** The question is closed, the result not yet shown; perhaps the class is to talk it over first. */
export function ClosedScreen(props: ClosedScreenProps) {
  const { head, link, paused, at, stage, mine, onTryNow } = props;
  const text = useText();
  const { t } = text;
  const { question, number, talk } = stage;
  const ui = inputOf(question);
  const name = mine && ui.name(question, mine.answer, text);
  const Given = ui.Given;
  const seal = mine?.is === 'stored' ? 'stored' : 'held';
  return (
    <PhoneFrame
      head={head}
      link={link.is}
      layout="middle"
      tray={
        talk?.timer && link.is !== 'offline' && !(mine && mine.is !== 'stored') ? (
          <TimerRow timer={talk.timer} at={at} note={t('student.talk.untilAgain')} />
        ) : (
          <NowTray
            link={link}
            keptAt={mine && mine.is !== 'stored' ? mine.at : null}
            onTryNow={onTryNow}
          >
            {t(
              paused ? 'student.paused.short' : talk ? 'student.talk.next' : 'student.closed.next',
            )}
          </NowTray>
        )
      }
    >
      {mine && (
        <div className={styles.plate}>
          <Given question={question} answer={mine.answer} large />
          <Seal state={seal} className={styles.seal} silent />
        </div>
      )}
      <h1 className={styles.title} tabIndex={-1}>
        {talk ? t('student.talk.title') : t('student.closed.title', { number })}
      </h1>
      {talk && <p className={styles.under}>{t('student.talk.words')}</p>}
      <p className={styles.under}>
        {mine === null && t('student.closed.none')}
        {mine?.is === 'stored' &&
          (name === null
            ? t('student.closed.mine')
            : t('student.sent.named', { answer: name, count: ui.parts(mine.answer) }))}
        {mine && mine.is !== 'stored' && t('student.closed.kept')}
      </p>
    </PhoneFrame>
  );
}
