import type { TeacherFrame } from '../../../lan-server/contract/frames.ts';
import type { QaFrame } from '../../../lan-server/contract/qa.ts';
import { useText } from '../../i18n/text.tsx';
import { ActionButton } from './ActionButton.tsx';
import type { Action } from './actions.ts';
import styles from './ClassVoice.module.css';

type ClassVoiceProps = {
  frame: TeacherFrame;
  /** null where students may not ask. */
  qa: QaFrame | null;
  action: Action;
};

const moods = ['lost', 'slower', 'fine'] as const;
const signs = ['clap', 'heart', 'idea', 'wow'] as const;

/** One quiet line: how it goes for the class just now, its applause, and what it asks. Nothing where all of it is off. */
export function ClassVoice({ frame, qa, action }: ClassVoiceProps) {
  const { t } = useText();
  const felt = frame.moods;
  const signed = frame.reactions;
  const words = [
    ...moods.flatMap((mood) =>
      felt && felt[mood] > 0 ? [t(`console.voice.mood.${mood}`, { count: felt[mood] })] : [],
    ),
    ...signs.flatMap((sign) =>
      signed && signed[sign] > 0 ? [t(`console.voice.sign.${sign}`, { count: signed[sign] })] : [],
    ),
  ];
  if (qa === null && words.length === 0) return null;
  return (
    <section className={styles.voice} aria-label={t('console.voice.label')}>
      <p className={styles.words} role="status">
        {words.join(' · ') || t('console.voice.quiet')}
      </p>
      {qa !== null && <ActionButton action={action} small />}
    </section>
  );
}
