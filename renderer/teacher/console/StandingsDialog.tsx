import { useQuery } from '@tanstack/react-query';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, Table } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import styles from './StandingsDialog.module.css';

type StandingsDialogProps = { lessonId: LessonId; view: TeacherView; onClose: () => void };

/** All points and places, for the teacher alone. Fetched when it is opened and when the lesson moves; they never travel in frames. */
export function StandingsDialog({ lessonId, view, onClose }: StandingsDialogProps) {
  const { t, number } = useText();
  const api = useApi();
  const { current, game, grid } = view;
  const { data } = useQuery({
    queryKey: [
      ...queryKeys.results(lessonId),
      'standings',
      current?.questionId,
      current?.round,
      current?.phase,
      grid.length,
      game?.teams?.grid,
    ],
    queryFn: async () => valueOf(await api.results(lessonId)),
  });
  const bySeat = new Map(data?.game?.students.map((student) => [student.seatId, student]));
  const students = (data?.students ?? [])
    .flatMap((student) => {
      const own = bySeat.get(student.seatId);
      return own?.rank ? [{ ...student, ...own, rank: own.rank }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || a.number - b.number);
  const teams = data?.game?.teams ?? null;
  return (
    <Dialog
      open
      title={t('game.console.standingsTitle')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('game.console.close')}</Button>}
    >
      <p className="soft">{t('game.console.standingsWords')}</p>
      {teams && (
        <div className={styles.teams}>
          <Table caption={t('game.start.teams')}>
            <thead>
              <tr>
                <th scope="col" data-figure>
                  {t('game.console.rank')}
                </th>
                <th scope="col">{t('game.console.team')}</th>
                <th scope="col" data-figure>
                  {t('game.console.members')}
                </th>
                <th scope="col" data-figure>
                  {t('game.console.points')}
                </th>
              </tr>
            </thead>
            <tbody>
              {teams.map(({ team, name, rank, members, points }) => (
                <tr key={team}>
                  <td data-figure>{rank}</td>
                  <th scope="row">{name}</th>
                  <td data-figure>{number(members)}</td>
                  <td data-figure>{number(points)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {data && students.length === 0 && <p>{t('game.console.standingsNone')}</p>}
      {students.length > 0 && (
        <div className={styles.scroll}>
          <Table caption={t('game.console.standingsTitle')} hideCaption>
            <thead>
              <tr>
                <th scope="col" data-figure>
                  {t('game.console.rank')}
                </th>
                <th scope="col">{t('game.console.name')}</th>
                {teams && <th scope="col">{t('game.console.team')}</th>}
                <th scope="col" data-figure>
                  {t('game.console.points')}
                </th>
              </tr>
            </thead>
            <tbody>
              {students.map((student) => (
                <tr key={student.seatId}>
                  <td data-figure>{student.rank}</td>
                  <th scope="row">
                    {student.name ?? t('console.room.student', { number: String(student.number) })}
                  </th>
                  {teams && <td>{student.team}</td>}
                  <td data-figure>{number(student.points)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </Dialog>
  );
}
