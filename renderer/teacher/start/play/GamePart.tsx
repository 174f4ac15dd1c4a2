import { useText } from '../../../i18n/text.tsx';
import type { TextApi } from '../../../i18n/text.tsx';
import { Segmented, Switch } from '../../../ui/index.ts';
import type { Play } from '../../../../lan-server/contract/play.ts';
import styles from './GamePart.module.css';
import { PlayGroup } from './PlayGroup.tsx';
import type { PlayPartProps } from './play-part.ts';
import { TeamsSetting } from './TeamsSetting.tsx';

/** Points for speed, rows of right answers, leaderboard and teams: folded away until somebody wants a game. */
export function GamePart({ play, onChange, identity }: PlayPartProps) {
  const { t } = useText();
  const nameless = identity === 'anonymous' && play.teams === null;
  return (
    <PlayGroup title={t('game.start.title')} now={nowWords(play, t)}>
      {/* At one's own speed nobody is quicker than another. */}
      {play.pacing === 'teacher' && (
        <>
          <div>
            <Segmented
              label={t('game.start.scoring')}
              choices={[
                { value: 'accuracy', label: t('game.start.accuracy') },
                { value: 'speed', label: t('game.start.speed') },
              ]}
              value={play.scoring}
              onChange={(scoring) => onChange({ scoring })}
            />
            <p className={styles.hint}>
              {t(play.scoring === 'speed' ? 'game.start.speedWords' : 'game.start.accuracyWords')}
            </p>
          </div>
          <div>
            <Switch
              checked={play.streaks}
              onChange={(streaks) => onChange({ streaks })}
              label={t('game.start.streaks')}
            />
            <p className={styles.hint}>{t('game.start.streaksWords')}</p>
          </div>
        </>
      )}
      <TeamsSetting play={play} onChange={onChange} />
      <Switch
        checked={play.leaderboard && !nameless}
        onChange={(leaderboard) => onChange({ leaderboard })}
        label={t('game.start.leaderboard')}
        lockedReason={nameless ? t('game.start.leaderboardNames') : null}
      />
      {play.leaderboard && !nameless && (
        <Switch
          checked={play.confetti}
          onChange={(confetti) => onChange({ confetti })}
          label={t('game.start.confetti')}
        />
      )}
    </PlayGroup>
  );
}

/** What is chosen, in a few words beside the heading. */
function nowWords(play: Play, t: TextApi['t']): string {
  const { scoring, streaks, leaderboard, teams } = play;
  const timed = play.pacing === 'teacher';
  const chosen = [
    timed && scoring === 'speed' ? t('game.start.short.speed') : '',
    timed && streaks ? t('game.start.short.streaks') : '',
    leaderboard ? t('game.start.short.leaderboard') : '',
    teams ? t('game.start.short.teams', { count: teams.names.length }) : '',
  ].filter((words) => words !== '');
  return chosen.length === 0 ? t('game.start.words') : chosen.join(' · ');
}
