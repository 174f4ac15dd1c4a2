import { useEffect, useState, useSyncExternalStore } from 'react';
import { useText } from '../i18n/text.tsx';
import type { ProjectorView } from '../../lan-server/contract/frames.ts';
import { classes } from '../ui/classes.ts';
import { useHotkeys } from '../ui/hotkeys.ts';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './WallButtons.module.css';
import { SoundSwitch } from './SoundSwitch.tsx';

/** How long the button stays after the mouse has come to rest. */
const restMs = 3000;

function onFullScreen(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
}

async function toggle(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // Not every window may fill its screen (a preview, a kiosk): then it simply stays as it is.
  }
}

/**
 * F fills the screen, Esc leaves; S switches sounds. For the mouse there are small buttons while it moves. The pointer rests unseen.
 * `stage` null: nothing is shown yet that could be heard.
 */
export function WallButtons({ stage }: { stage: ProjectorView['stage'] | null }) {
  const { t } = useText();
  const full = useSyncExternalStore(onFullScreen, () => document.fullscreenElement !== null);
  const [awake, setAwake] = useState(false);

  useHotkeys({ F: () => void toggle() });

  useEffect(() => {
    let timer = 0;
    const wake = () => {
      setAwake(true);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setAwake(false), restMs);
    };
    document.addEventListener('mousemove', wake);
    document.addEventListener('click', wake);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('mousemove', wake);
      document.removeEventListener('click', wake);
    };
  }, []);

  useEffect(() => {
    document.documentElement.style.cursor = awake ? '' : 'none';
    return () => {
      document.documentElement.style.cursor = '';
    };
  }, [awake]);

  const button = classes(styles.button, awake && styles.awake);
  return (
    <div className={styles.buttons}>
      {document.fullscreenEnabled && (
        <button type="button" className={button} onClick={() => void toggle()}>
          {t(full ? 'projector.fullScreen.leave' : 'projector.fullScreen.enter')}
          <Kbd>{full ? 'Esc' : 'F'}</Kbd>
        </button>
      )}
      {stage && <SoundSwitch stage={stage} className={button} />}
    </div>
  );
}
