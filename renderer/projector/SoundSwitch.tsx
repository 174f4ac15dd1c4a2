import { useEffect, useRef, useState } from 'react';
import type { ProjectorView } from '../../lan-server/contract/frames.ts';
import { useText } from '../i18n/text.tsx';
import { useHotkeys } from '../ui/hotkeys.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { createSounds, soundBetween } from './sounds.ts';
import type { Sounds } from './sounds.ts';

type SoundSwitchProps = {
  stage: ProjectorView['stage'];
  className: string;
};

/** Off until somebody wants it: a knock when answers are closed, two notes at the reveal. */
export function SoundSwitch({ stage, className }: SoundSwitchProps) {
  const { t } = useText();
  const [sounds, setSounds] = useState<Sounds | null>(null);
  const before = useRef<Parameters<typeof soundBetween>[0]>(null);
  const question = 'question' in stage ? `${stage.question.id} ${stage.round}` : '';
  const { at } = stage;

  useEffect(() => {
    const sound = soundBetween(before.current, { at, question });
    before.current = { at, question };
    if (sound) sounds?.play(sound);
  }, [at, question, sounds]);
  useEffect(() => () => sounds?.stop(), [sounds]);

  const toggle = () => setSounds(sounds ? null : createSounds());
  useHotkeys({ S: toggle });
  return (
    <button type="button" className={className} aria-pressed={sounds !== null} onClick={toggle}>
      {t(sounds ? 'game.sound.on' : 'game.sound.off')}
      <Kbd>S</Kbd>
    </button>
  );
}
