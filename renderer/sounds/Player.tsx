import type { Sound } from '../../lan-server/contract/sounds.ts';
import { mediaPath } from '../../lan-server/contract/paths.ts';
import { useText } from '../i18n/text.tsx';
import styles from './Player.module.css';

/**
 * A recording of a question, by the browser's own player. Nothing of it is fetched before somebody presses play: thirty phones at once would
 * take the Wi-Fi for minutes.
 */
export function Player({ sound, words = true }: { sound: Sound; words?: boolean }) {
  const { t } = useText();
  const said = sound.words.trim();
  return (
    <div className={styles.sound}>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what is heard stands below it in words */}
      <audio
        key={sound.media}
        className={styles.player}
        controls
        preload="none"
        src={`${mediaPath}/${sound.media}`}
        aria-label={t('questions.phone.sound')}
      />
      {words && said !== '' && <p className={styles.words}>{said}</p>}
    </div>
  );
}
