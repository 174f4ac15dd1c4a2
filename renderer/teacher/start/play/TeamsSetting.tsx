import { useText } from '../../../i18n/text.tsx';
import { Button, Icon, icons, Segmented, TeamMark, TextField } from '../../../ui/index.ts';
import { mostTeams, teamsSchema } from '../../../../lan-server/contract/game.ts';
import styles from './GamePart.module.css';
import type { PlayPartProps } from './play-part.ts';

const places = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;
const fewestTeams = 2;
const teamsAtFirst = 4;

/** Whether and how the class is parted into teams, and what they are called. */
export function TeamsSetting({
  play: { teams },
  onChange,
}: Pick<PlayPartProps, 'play' | 'onChange'>) {
  const { t } = useText();
  const usual = (count: number) =>
    places.slice(0, count).map((place) => t(`game.start.teamNames.${place}`));
  const rename = (names: string[]) => teams && onChange({ teams: { ...teams, names } });
  const names = teams?.names ?? [];
  return (
    <div>
      <Segmented
        label={t('game.start.teams')}
        choices={[
          { value: 'none', label: t('game.start.teamsNone') },
          { value: 'choice', label: t('game.start.teamsChoice') },
          { value: 'draw', label: t('game.start.teamsDraw') },
        ]}
        value={teams?.by ?? 'none'}
        onChange={(by) =>
          onChange({
            teams: by === 'none' ? null : { by, names: teams?.names ?? usual(teamsAtFirst) },
          })
        }
      />
      {teams && (
        <>
          <p className={styles.hint}>{t('game.start.teamsWords')}</p>
          <ul className={styles.teams}>
            {names.map((name, place) => (
              // Names change as they are typed; a team is its place.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={place} className={styles.team}>
                <TeamMark team={place} size={22} />
                <TextField
                  label={t('game.start.teamName', { number: String(place + 1) })}
                  hideLabel
                  value={name}
                  maxLength={24}
                  onChange={(typed) => rename(names.with(place, typed))}
                />
                {names.length > fewestTeams && place === names.length - 1 && (
                  <Button
                    look="quiet"
                    small
                    icon={<Icon path={icons.close} />}
                    label={t('game.start.teamRemove', { number: String(place + 1) })}
                    onClick={() => rename(names.slice(0, -1))}
                  />
                )}
              </li>
            ))}
          </ul>
          <p className={styles.wrong} role="status">
            {!teamsSchema.safeParse(teams).success && t('game.start.teamNamesWrong')}
          </p>
          {names.length < mostTeams && (
            <Button
              small
              icon={<Icon path={icons.plus} />}
              onClick={() => rename([...names, usual(mostTeams)[names.length] ?? ''])}
            >
              {t('game.start.teamAdd')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
