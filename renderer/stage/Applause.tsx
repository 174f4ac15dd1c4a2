import type { ProjectorFrame } from '../../lan-server/contract/frames.ts';
import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/Icon.tsx';
import { clap, heart, idea, wow } from '../ui/icons.ts';
import styles from './Ledge.module.css';

const signs = [
  ['clap', clap],
  ['heart', heart],
  ['idea', idea],
  ['wow', wow],
] as const;

/** The signs that came in the last seconds, each with its number, on the ledge. */
export function Applause({ reactions }: { reactions: NonNullable<ProjectorFrame['reactions']> }) {
  const { t, number } = useText();
  return (
    <span className={styles.applause}>
      {signs
        .filter(([sign]) => reactions[sign] > 0)
        .map(([sign, path]) => (
          <span key={sign} className={styles.sign}>
            <Icon path={path} size="xl" />
            <span className="sr">{t(`projector.sign.${sign}`)}</span>
            <b>{number(reactions[sign])}</b>
          </span>
        ))}
    </span>
  );
}
