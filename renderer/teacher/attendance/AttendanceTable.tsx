import { useState } from 'react';
import { attendanceMarkSchema, mostMinutesLate } from '../../../lan-server/contract/attendance.ts';
import type { Attendance, AttendanceMark } from '../../../lan-server/contract/attendance.ts';
import type { SeatId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, NumberField, SearchBox, Select, Switch, Table } from '../../ui/index.ts';
import styles from './Attendance.module.css';

/** One of the list. */
export type AttendanceOf = Attendance & { seatId: SeatId; name: string };

/** What the teacher says: null takes the word back. */
export type OnMark = (seatId: SeatId, mark: AttendanceMark | null, minutes?: number) => void;

type AttendanceTableProps = {
  rows: readonly AttendanceOf[];
  onMark: OnMark;
};

/** Who was there, and the teacher's word on it. */
export function AttendanceTable({ rows, onMark }: AttendanceTableProps) {
  const { t } = useText();
  const [find, setFind] = useState('');
  const [onlyMissing, setOnlyMissing] = useState(false);
  const wanted = find.trim().toLocaleLowerCase();
  const shown = rows.filter(
    ({ name, status }) =>
      name.toLocaleLowerCase().includes(wanted) && (!onlyMissing || status === 'absent'),
  );
  const count = (mark: AttendanceMark) => rows.filter(({ status }) => status === mark).length;
  const marks = attendanceMarkSchema.options.map((value) => ({
    value,
    label: t(`roster.attendance.marks.${value}`),
  }));
  return (
    <div className={styles.attendance}>
      <p className="soft tnum" role="status">
        {t('roster.attendance.sum', {
          present: count('present'),
          late: count('late'),
          absent: count('absent'),
          excused: count('excused'),
        })}
      </p>
      <div className={styles.tools}>
        <SearchBox label={t('roster.attendance.find')} value={find} onChange={setFind} />
        <Switch
          checked={onlyMissing}
          onChange={setOnlyMissing}
          label={t('roster.attendance.onlyMissing')}
        />
      </div>
      {shown.length === 0 ? (
        <p className="soft">{t('roster.attendance.none')}</p>
      ) : (
        <Table caption={t('roster.attendance.title')} hideCaption>
          <thead>
            <tr>
              <th scope="col">{t('roster.attendance.name')}</th>
              <th scope="col">{t('roster.attendance.was')}</th>
              <th scope="col">{t('roster.attendance.minutes')}</th>
              <th scope="col">{t('roster.attendance.marked')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ seatId, name, status, minutes, marked }) => (
              <tr key={seatId}>
                <th scope="row" className={styles.name}>
                  <bdi>{name}</bdi>
                </th>
                <td className={styles.mark}>
                  <Select
                    label={t('roster.attendance.of', { name })}
                    hideLabel
                    small
                    options={marks}
                    value={status}
                    onChange={(mark) => onMark(seatId, mark)}
                  />
                </td>
                <td className={styles.minutes}>
                  {status === 'late' && (
                    <NumberField
                      label={t('roster.attendance.minutesOf', { name })}
                      hideLabel
                      small
                      value={minutes}
                      min={0}
                      max={mostMinutesLate}
                      onChange={(to) => {
                        if (to !== null && to !== minutes) onMark(seatId, 'late', to);
                      }}
                    />
                  )}
                </td>
                <td>
                  {marked && (
                    <Button
                      small
                      look="quiet"
                      aria-label={t('roster.attendance.undoNamed', { name })}
                      onClick={() => onMark(seatId, null)}
                    >
                      {t('roster.attendance.undo')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
