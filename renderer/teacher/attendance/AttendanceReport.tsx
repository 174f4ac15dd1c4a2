import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LessonAttendance } from '../../../lan-server/contract/attendance.ts';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { ErrorNotice, Sheet } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import styles from './Attendance.module.css';
import { AttendanceTable } from './AttendanceTable.tsx';

type AttendanceReportProps = { lessonId: LessonId; attendance: LessonAttendance };

/** Attendance after the lesson: corrected here, with every correction kept. */
export function AttendanceReport({ lessonId, attendance }: AttendanceReportProps) {
  const { t, date, time } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<ApiError | null>(null);
  const { students, corrections } = attendance;
  const nameOf = (seatId: string) => students.find((one) => one.seatId === seatId)?.name ?? '';
  return (
    <>
      {problem && (
        <ErrorNotice
          happened={t('roster.attendance.failed', { reason: errorText(problem) })}
          safe={t('roster.attendance.failedSafe')}
        />
      )}
      <AttendanceTable
        rows={students.map((one) => ({ ...one, name: one.name ?? '' }))}
        onMark={(seatId, mark, minutes) => {
          void api
            .markAttendance(lessonId, {
              seatId,
              mark,
              ...(minutes !== undefined && { minutes }),
            })
            .then((done) => {
              setProblem(done.ok ? null : done.error);
              return queryClient.invalidateQueries({ queryKey: queryKeys.attendance(lessonId) });
            });
        }}
      />
      {corrections.length > 0 && (
        <Sheet
          as="section"
          pad="roomy"
          className={styles.sheet}
          label={t('roster.attendance.corrections')}
        >
          <h2 className={styles.heading}>{t('roster.attendance.corrections')}</h2>
          <ol className={styles.said}>
            {corrections.map(({ seatId, mark, minutes, by, at }) => {
              const words = {
                name: nameOf(seatId),
                by: by ?? t('roster.attendance.somebody'),
                at: `${date(at)}, ${time(at)}`,
              };
              return (
                <li key={`${seatId} ${at}`} className="small">
                  {mark === null
                    ? t('roster.attendance.correctionBack', words)
                    : t('roster.attendance.correction', {
                        ...words,
                        mark:
                          mark === 'late' && minutes !== null
                            ? t('roster.attendance.late', { minutes })
                            : t(`roster.attendance.marks.${mark}`),
                      })}
                </li>
              );
            })}
          </ol>
        </Sheet>
      )}
    </>
  );
}
