import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import { useText } from '../../i18n/text.tsx';
import { Select } from '../../ui/index.ts';

type SeatTeamProps = {
  teams: NonNullable<NonNullable<TeacherView['game']>['teams']>;
  /** Of the seat, from 1. */
  number: number;
  /** Why nothing can be changed now; null: it can. */
  locked: string | null;
  onMove: (team: number) => void;
};

/** The team of a seat, and how many are in each: another one can be chosen. */
export function SeatTeam({ teams, number: seat, locked, onMove }: SeatTeamProps) {
  const { t } = useText();
  const team = teams.grid.charAt(seat - 1);
  const none = { value: '-', label: t('game.console.noTeam') };
  const options = teams.names.map((name, place) => ({
    value: String(place),
    label: `${name} (${teams.grid.split(String(place)).length - 1})`,
  }));
  return (
    <Select
      label={t('game.console.moveTo')}
      hint={t('game.console.moveWords')}
      options={team === '-' ? [none, ...options] : options}
      value={team}
      disabled={locked !== null}
      onChange={(value) => value !== '-' && onMove(Number(value))}
    />
  );
}
