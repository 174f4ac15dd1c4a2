import { useText } from '../i18n/text.tsx';
import { TeamMark } from '../ui/TeamMark.tsx';
import { NowTray } from './NowTray.tsx';
import type { PhoneLink } from './link.ts';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import type { PartScreen } from './screen.ts';
import styles from './game.module.css';
import screens from './screens.module.css';

type PlaceScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  screen: Extract<PartScreen, { is: 'place' }>;
  onTryNow: () => void;
};

/** While the wall shows who leads: one's own place, or the team's, and nobody else's. */
export function PlaceScreen({ head, link, screen, onTryNow }: PlaceScreenProps) {
  const { t, number } = useText();
  const { team, place, streak } = screen.game;
  const title = !place
    ? t('student.game.board')
    : team
      ? t('student.game.teamPlace', { name: team.name, rank: place.rank, of: place.of })
      : t('student.game.place', { rank: place.rank, of: place.of });
  return (
    <PhoneFrame
      head={head}
      link={link.is}
      layout="middle"
      tray={
        <NowTray link={link} onTryNow={onTryNow}>
          {t('student.game.next')}
        </NowTray>
      }
    >
      {team ? (
        <TeamMark team={team.place} size={72} />
      ) : (
        place && (
          <p className={styles.rank} aria-hidden="true">
            {number(place.rank)}
          </p>
        )
      )}
      <h1 className={screens.title} tabIndex={-1}>
        {title}
      </h1>
      {place && <p className={styles.line}>{t('student.game.points', { count: place.points })}</p>}
      {place !== null && place.toNext !== null && (
        <p className={styles.line}>{t('student.game.toNext', { count: place.toNext })}</p>
      )}
      {streak !== null && streak > 1 && (
        <p className={styles.line}>{t('student.game.streak', { count: streak })}</p>
      )}
    </PhoneFrame>
  );
}
