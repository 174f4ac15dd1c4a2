import { useState } from 'react';
import type { TeacherCommand } from '../../../lan-server/contract/commands.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import type { RosterSeat } from '../../live/console.ts';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { DialogSaid } from '../console/DialogSaid.tsx';
import type { SaidInDialog } from '../console/DialogSaid.tsx';
import { useErrorText } from '../shell/error-text.ts';
import styles from './Attendance.module.css';
import { AttendanceTable } from './AttendanceTable.tsx';
import { listedNow } from './listed.ts';

/** So many who are missing stand under the seats; the others are in the dialog. */
const mostShown = 24;

type ListPanelProps = {
  lessonId: LessonId;
  roster: NonNullable<TeacherView['roster']>;
  enrolled: readonly RosterSeat[];
  /** Seats that somebody has taken. */
  taken: readonly RosterSeat[];
  /** Why nothing can be changed now; null: it can. */
  locked: string | null;
  perform: (command: TeacherCommand) => Promise<boolean>;
  /** For the dialog of attendance. */
  failure: SaidInDialog;
};

/** Under the seats: devices that ask for a name, who is missing, and the way to all of attendance. */
export function ListPanel(props: ListPanelProps) {
  const { lessonId, roster, enrolled, taken, locked, perform, failure } = props;
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const rows = listedNow(roster, enrolled);
  const missing = rows.filter(({ status }) => status === 'absent');
  const nameOf = (seatId: string) =>
    enrolled.find((one) => one.seatId === seatId)?.name ??
    taken.find((one) => one.seatId === seatId)?.name ??
    '';
  const [claim] = roster.claims;
  const isTaken = claim !== undefined && taken.some(({ seatId }) => seatId === claim.seatId);

  async function addNew() {
    const done = await api.addEnrolled(lessonId);
    setRefused(done.ok ? null : done.error);
    if (!done.ok) setSaid(null);
    else {
      const { added } = done.value;
      setSaid(added === 0 ? t('roster.addedNone') : t('roster.added', { count: added }));
    }
  }

  return (
    <section className={styles.list} aria-label={t('roster.start.title')}>
      {claim && (
        <div className={styles.claim} role="alert">
          <p>
            {t(isTaken ? 'roster.claim' : 'roster.claimFree', { name: nameOf(claim.seatId) })}
            {roster.claims.length > 1 && (
              <span className="small soft">
                {' '}
                {t('roster.moreClaims', { count: roster.claims.length - 1 })}
              </span>
            )}
          </p>
          <span className={styles.claimActs}>
            <Button
              small
              disabledReason={locked}
              reasonElsewhere
              aria-label={t('roster.refuseNamed', { name: nameOf(claim.seatId) })}
              onClick={() => void perform({ type: 'refuseClaim', claim: claim.claim })}
            >
              {t('roster.refuse')}
            </Button>
            <Button
              small
              look="filled"
              disabledReason={locked}
              reasonElsewhere
              aria-label={t('roster.letInNamed', { name: nameOf(claim.seatId) })}
              onClick={() => void perform({ type: 'admitClaim', claim: claim.claim })}
            >
              {t('roster.letIn')}
            </Button>
          </span>
        </div>
      )}
      <div className={styles.head}>
        <h3 className="tnum">{t('roster.missing', { count: missing.length })}</h3>
        <Button small onClick={() => setOpen(true)}>
          {t('roster.open')}
        </Button>
      </div>
      {missing.length === 0 ? (
        <p className="small soft">{t('roster.allHere')}</p>
      ) : (
        <div className={styles.names}>
          {missing.slice(0, mostShown).map(({ seatId, name }) => (
            <Button
              key={seatId}
              small
              aria-label={t('roster.here', { name })}
              onClick={() => void perform({ type: 'markAttendance', seatId, mark: 'present' })}
            >
              <bdi>{name}</bdi>
            </Button>
          ))}
          {missing.length > mostShown && (
            <span className="small soft">
              {t('roster.more', { count: missing.length - mostShown })}
            </span>
          )}
        </div>
      )}
      {open && (
        <Dialog
          open
          wide
          title={t('roster.attendance.title')}
          onClose={() => setOpen(false)}
          actions={
            locked === null && <Button onClick={() => void addNew()}>{t('roster.add')}</Button>
          }
        >
          <div className={styles.told}>
            <p role="status">{said}</p>
            {refused && (
              <ErrorNotice
                happened={t('roster.addFailed', { reason: errorText(refused) })}
                safe={t('roster.addFailedSafe')}
              />
            )}
            <DialogSaid {...failure} />
          </div>
          <AttendanceTable
            rows={rows}
            onMark={(seatId, mark, minutes) =>
              void perform({
                type: 'markAttendance',
                seatId,
                mark,
                ...(minutes !== undefined && { minutes }),
              })
            }
          />
        </Dialog>
      )}
    </section>
  );
}
