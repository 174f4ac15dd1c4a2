import { useText } from '../i18n/text.tsx';
import { NowTray } from './NowTray.tsx';
import type { PhoneLink } from './link.ts';
import { PhonePicture } from './PhonePicture.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import type { RevealedStage } from './screen.ts';
import styles from './screens.module.css';

type SlideScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  paused: boolean;
  stage: RevealedStage;
  onTryNow: () => void;
};

/** A slide: what stands on the wall, for who sits far away, and nothing to do. */
export function SlideScreen({ head, link, paused, stage, onTryNow }: SlideScreenProps) {
  const { t } = useText();
  const { question } = stage;
  return (
    <PhoneFrame
      head={head}
      link={link.is}
      tray={
        <NowTray link={link} onTryNow={onTryNow}>
          {t(paused ? 'student.paused.short' : 'student.slide.now')}
        </NowTray>
      }
    >
      <h1 className={styles.question} tabIndex={-1}>
        {question.text || t('student.slide.now')}
      </h1>
      {question.image && <PhonePicture image={question.image} />}
    </PhoneFrame>
  );
}
