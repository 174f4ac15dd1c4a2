import { useState } from 'react';
import type { ReactNode } from 'react';
import { seatCode } from '../../../lan-server/contract/seat-code.ts';
import { useText } from '../../i18n/text.tsx';
import type { TextApi } from '../../i18n/text.tsx';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useErrorText } from '../shell/error-text.ts';
import { DialogSaid } from './DialogSaid.tsx';
import type { SaidInDialog } from './DialogSaid.tsx';
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
  /** A guest becomes a student of the class; gives why not, or null. null: is one, or there is no list. */
  onAddToClass?: (() => Promise<ApiError | null>) | null;
  failure: SaidInDialog;
  /** Why nothing can be changed now; null: it can. */
  locked: string | null;
  onClose: () => void;
  /** `mayReturn`: the phone may join again as somebody new. */
  onRemove: (mayReturn: boolean) => void;
};

/** What there is to know about one seat, and what can be done with it. */
export function SeatDialog(props: SeatDialogProps) {
  const { seat, minutes, asking, team, devices, onAddToClass, failure, locked } = props;
  const { onClose, onRemove } = props;
  const { t } = useText();
  const errorText = useErrorText();
  const [adding, setAdding] = useState<'busy' | 'done' | ApiError | null>(null);
  const name = seat.name ?? t('console.room.student', { number: String(seat.number) });
  const add = async () => {
    if (!onAddToClass || adding === 'busy') return;
    setAdding('busy');
    setAdding((await onAddToClass()) ?? 'done');
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={name}
      actions={
        seat.state !== 'removed' && (
          <>
            {onAddToClass && adding !== 'done' && (
              <Button
                disabledReason={locked}
                reasonElsewhere
                busy={adding === 'busy'}
                onClick={() => void add()}
              >
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
      <p className={styles.words} role="status">
        {adding === 'done' && t('roster.guestAdded', { name })}
      </p>
      {adding !== null && typeof adding === 'object' && (
        <ErrorNotice
          happened={t('roster.guestFailed', { name, reason: errorText(adding) })}
          safe={t('roster.guestFailedSafe')}
        />
      )}
      <DialogSaid {...failure} />
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
