import { useEffect, useState } from 'react';
import type { Ack } from '../../../lan-server/contract/commands.ts';
import type { StudentView } from '../../../lan-server/contract/frames.ts';
import type { Mood, Reaction } from '../../../lan-server/contract/qa.ts';
import { useText } from '../../i18n/text.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { clap, heart, idea, wow } from '../../ui/icons.ts';
import type { IconPath } from '../../ui/icons.ts';
import styles from './TalkBar.module.css';

/** Sends what a student says besides answering; null: the laptop did not answer. `id` names it where it may be sent again. */
export type Say = (command: object, id?: string) => Promise<Ack | null>;

export type TalkBarProps = {
  talk: NonNullable<StudentView['talk']>;
  say: Say;
  onQa: () => void;
};

/** So long a mood is told to the teacher, ms; the laptop forgets it then. */
const moodLastsMs = 60_000;
const moods: Mood[] = ['lost', 'slower', 'fine'];
const signs: [Reaction, IconPath][] = [
  ['clap', clap],
  ['heart', heart],
  ['idea', idea],
  ['wow', wow],
];

/** What a student can say while there is nothing to answer: how it goes, applause, a question to the teacher. */
export function TalkBar({ talk, say, onQa }: TalkBarProps) {
  const { t } = useText();
  const [mood, setMood] = useState<Mood | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (mood === null) return undefined;
    const fading = setTimeout(() => setMood(null), moodLastsMs);
    return () => clearTimeout(fading);
  }, [mood]);

  async function feel(next: Mood) {
    const ack = await say({ type: 'feel', mood: next });
    setMood(ack?.ok ? next : null);
    setSaid(t(ack?.ok ? 'student.talk.told' : 'student.talk.untold'));
  }
  async function react(reaction: Reaction) {
    const ack = await say({ type: 'react', reaction });
    setSaid(ack?.ok ? t(`student.talk.sign.${reaction}`) : t('student.talk.untold'));
  }

  return (
    <section className={styles.bar} aria-label={t('student.talk.label')}>
      {talk.pulse && (
        <div className={styles.row}>
          {moods.map((one) => (
            <button
              key={one}
              type="button"
              className={classes(styles.say, mood === one && styles.chosen)}
              aria-pressed={mood === one}
              onClick={() => void feel(one)}
            >
              {t(`student.talk.mood.${one}`)}
            </button>
          ))}
        </div>
      )}
      <div className={styles.row}>
        {talk.reactions &&
          signs.map(([sign, path]) => (
            <button
              key={sign}
              type="button"
              className={classes(styles.say, styles.sign)}
              aria-label={t(`student.talk.sign.${sign}`)}
              onClick={() => void react(sign)}
            >
              <Icon path={path} />
            </button>
          ))}
        {talk.qa && (
          <button type="button" className={styles.say} onClick={onQa}>
            {t('student.talk.open')}
          </button>
        )}
      </div>
      <p className="sr" role="status">
        {said}
      </p>
    </section>
  );
}
