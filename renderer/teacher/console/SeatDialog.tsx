import type { ReactNode } from 'react';
import { seatCode } from '../../../lan-server/contract/seat-code.ts';
import { useText } from '../../i18n/text.tsx';
import type { TextApi } from '../../i18n/text.tsx';
import { Button, Dialog } from '../../ui/index.ts';
import type { RoomSeat } from './seats.ts';
import styles from './SeatDialog.module.css';

type SeatDialogProps = {
  seat: RoomSeat;
  minutes: number | null;
  /** A question is on the wall. */
  asking: boolean;
  /** Its team, where there are teams. */
  team?: ReactNode;
  /** Where it has several: how many, and how many are connected. */
  devices?: { of: number; here: number } | null;
  /** A guest becomes a student of the class; null: is one, or there is no list. */
  onAddToClass?: (() => void) | null;
  /** Why nothing can be changed now; null: it can. */
  locked: string | null;
  onClose: () => void;
  /** `mayReturn`: the phone may join again as somebody new. */
  onRemove: (mayReturn: boolean) => void;
};

/** What there is to know about one seat, and what can be done with it. */
export function SeatDialog(props: SeatDialogProps) {
  const { seat, minutes, asking, team, devices, onAddToClass, locked, onClose, onRemove } = props;
  const { t } = useText();
  return (
    <Dialog
      open
      onClose={onClose}
      title={seat.name ?? t('console.room.student', { number: String(seat.number) })}
      actions={
        seat.state !== 'removed' && (
          <>
            {onAddToClass && (
              <Button disabledReason={locked} reasonElsewhere onClick={onAddToClass}>
                {t('roster.guest')}
              </Button>
            )}
            <Button disabledReason={locked} reasonElsewhere onClick={() => onRemove(true)}>
              {t('console.room.sendOut')}
            </Button>
            <Button look="stop" disabledReason={locked} onClick={() => onRemove(false)}>
              {t('console.room.remove')}
            </Button>
          </>
        )
      }
    >
      <p>{seatWords(seat.state, minutes, asking, t)}</p>
      {seat.note && <p className={styles.words}>{t(`console.room.noteWords.${seat.note}`)}</p>}
      {devices && (
        <p className={styles.words}>
          {t('roster.devices', { count: devices.of, here: devices.here })}
        </p>
      )}
      {seat.state !== 'removed' && (
        <p className={styles.words}>
          {t('console.room.seatCode')} <b className={styles.code}>{seatCode(seat.seatId)}</b>{' '}
          {t('console.room.seatCodeWords')}
        </p>
      )}
      {seat.state !== 'removed' && team && <div className={styles.words}>{team}</div>}
      <p className={styles.words}>{t('console.room.sendOutWords')}</p>
      <p className={styles.words}>{t('console.room.removeWords')}</p>
    </Dialog>
  );
}

function seatWords(
  state: RoomSeat['state'],
  minutes: number | null,
  asking: boolean,
  t: TextApi['t'],
): string {
  switch (state) {
    case 'answered':
      return t('console.room.seatAnswered');
    case 'waiting':
      return t(asking ? 'console.room.seatWaiting' : 'console.room.seatLobby');
    case 'held':
      return t('console.room.seatHeld');
    case 'offline':
      return minutes === null || minutes === 0
        ? t('console.room.seatOfflineNow')
        : t('console.room.seatOffline', { minutes });
    case 'asks':
      return t('console.room.seatAsks');
    case 'removed':
      return t('ui.seat.removed');
    default:
      return state satisfies never;
  }
}
