import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { sayingsOf } from '../rich/sayings.tsx';
import { Player } from '../sounds/Player.tsx';
import { AskedWords } from './AskedWords.tsx';
import { useFirstLanguage } from './first-language.ts';
import { NowTray } from './NowTray.tsx';
import type { PhoneLink } from './link.ts';
import { PhonePicture } from './PhonePicture.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import type { RevealedStage } from './screen.ts';

type SlideScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  paused: boolean;
  stage: Pick<RevealedStage, 'question'>;
  onTryNow: () => void;
  /** What lies in the tray instead. */
  tray?: ReactNode;
};

/** A slide: what stands on the wall, for who sits far away, and nothing to do. */
export function SlideScreen({ head, link, paused, stage, onTryNow, tray }: SlideScreenProps) {
  const { t } = useText();
  const { question } = stage;
  const { shown, swap } = useFirstLanguage(sayingsOf(question));
  return (
    <PhoneFrame
      head={head}
      link={link.is}
      tray={
        tray ?? (
          <NowTray link={link} onTryNow={onTryNow}>
            {t(paused ? 'student.paused.short' : 'student.slide.now')}
          </NowTray>
        )
      }
    >
      <AskedWords shown={shown} swap={swap} aloud={t('student.slide.now')} />
      {question.image && <PhonePicture image={question.image} />}
      {question.sound && <Player sound={question.sound} />}
    </PhoneFrame>
  );
}
