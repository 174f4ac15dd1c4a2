import { memo } from 'react';
import type { SeatId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { Seat } from '../../ui/index.ts';
import type { RoomSeat as RoomSeatState, SeatNote } from './seats.ts';

type RoomSeatProps = {
  seatId: SeatId;
  name: string;
  state: RoomSeatState['state'];
  note: SeatNote | null;
  /** Whole minutes offline; null: here. */
  minutes: number | null;
  onChoose: (seatId: SeatId) => void;
  onRestore: (seatId: SeatId) => void;
  onRefuse: (seatId: SeatId) => void;
};

/**
 * A tile of the room. With five hundred seats and twenty frames a second only those that changed may be drawn anew: give it
 * nothing but plain values and functions that stay the same.
 */
export const RoomSeat = memo(function RoomSeat(props: RoomSeatProps) {
  const { seatId, name, state, note, minutes, onChoose, onRestore, onRefuse } = props;
  const { t } = useText();
  if (state === 'removed')
    return <Seat name={name} state="removed" onUndo={() => onRestore(seatId)} />;
  if (state === 'asks')
    return (
      <Seat
        name={name}
        state="asks"
        onAdmit={() => onRestore(seatId)}
        onRefuse={() => onRefuse(seatId)}
      />
    );
  return (
    <Seat
      name={name}
      state={state}
      detail={
        note !== null
          ? t(`console.room.note.${note}`)
          : minutes === null
            ? undefined
            : minutes === 0
              ? t('console.room.justNow')
              : t('console.room.minutes', { minutes })
      }
      onPress={() => onChoose(seatId)}
    />
  );
});
