import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { TeamMark } from '../ui/TeamMark.tsx';
import type { PhoneLink } from './link.ts';
import { PhoneButton } from './PhoneButton.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import styles from './game.module.css';
import screens from './screens.module.css';

type TeamScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  names: readonly string[];
  /** Resolves with whether it arrived. */
  onChoose: (team: number) => Promise<boolean>;
};

/** A team is chosen, once, before anything else. */
export function TeamScreen({ head, link, names, onChoose }: TeamScreenProps) {
  const { t } = useText();
  const [tapped, setTapped] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const choose = (team: number) => {
    if (tapped !== null) return;
    setTapped(team);
    setFailed(false);
    onChoose(team).then(
      (arrived) => {
        if (arrived) return;
        setTapped(null);
        setFailed(true);
      },
      () => setTapped(null),
    );
  };
  return (
    <PhoneFrame head={head} link={link.is} layout="apart">
      <div>
        <h1 className={screens.title} tabIndex={-1}>
          {t('student.game.choose')}
        </h1>
        <p className={screens.under}>{t('student.game.chooseText')}</p>
      </div>
      <div>
        <p className={screens.missing} role="status">
          {failed && t('student.game.failed')}
        </p>
        <ul className={styles.teams}>
          {names.map((name, team) => (
            <li key={name}>
              <PhoneButton look="bordered" busy={tapped === team} onClick={() => choose(team)}>
                <span className={styles.team}>
                  <TeamMark team={team} size={28} />
                  <span>{name}</span>
                </span>
              </PhoneButton>
            </li>
          ))}
        </ul>
      </div>
    </PhoneFrame>
  );
}
