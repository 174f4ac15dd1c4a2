import { useText } from '../i18n/text.tsx';
import { inputOf } from '../questions/inputs.ts';
import { Seal } from '../ui/Seal.tsx';
import { NowTray } from './NowTray.tsx';
import type { PhoneLink } from './link.ts';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import type { ClosedStage, Mine } from './screen.ts';
import styles from './screens.module.css';

type ClosedScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  paused: boolean;
  stage: ClosedStage;
  mine: Mine | null;
  onTryNow: () => void;
};

/** The question is closed, the result not yet shown. */
export function ClosedScreen({ head, link, paused, stage, mine, onTryNow }: ClosedScreenProps) {
  const text = useText();
  const { t } = text;
  const { question, number } = stage;
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
        <NowTray
          link={link}
          keptAt={mine && mine.is !== 'stored' ? mine.at : null}
          onTryNow={onTryNow}
        >
          {t(paused ? 'student.paused.short' : 'student.closed.next')}
        </NowTray>
      }
    >
      {mine && (
        <div className={styles.plate}>
          <Given question={question} answer={mine.answer} large />
          <Seal state={seal} className={styles.seal} silent />
        </div>
      )}
      <h1 className={styles.title} tabIndex={-1}>
        {t('student.closed.title', { number })}
      </h1>
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
