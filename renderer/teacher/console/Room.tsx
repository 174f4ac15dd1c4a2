import { useCallback, useMemo, useState } from 'react';
import type { SeatId } from '../../../lan-server/contract/ids.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import { isSlide } from '../../../lan-server/contract/slide.ts';
import { useText } from '../../i18n/text.tsx';
import type { RosterSeat } from '../../live/console.ts';
import {
  Button,
  classes,
  Icon,
  icons,
  LegendKey,
  Menu,
  Pill,
  SeatGrid,
  SeatLegend,
} from '../../ui/index.ts';
import type { MenuItem } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { Column, HeadEnd } from './Column.tsx';
import type { SaidInDialog } from './DialogSaid.tsx';
import { useNow } from './now.ts';
import styles from './Room.module.css';
import { RoomSeat } from './RoomSeat.tsx';
import { SeatTeam } from './SeatTeam.tsx';
import { SeatDialog } from './SeatDialog.tsx';
import { connectedIn, countSeats, noteOffline, readSeats, tilesFor } from './seats.ts';
import type { OfflineSince } from './seats.ts';
import { SimulationLine } from './Simulation.tsx';
import type { SimulatedClass } from './simulation.ts';
import { useSize } from './size.ts';
import { widestWord } from './widest-word.ts';

type RoomProps = {
  view: TeacherView;
  roster: readonly RosterSeat[];
  /** The seat removed last, still in its place so that it can be undone there. */
  justRemoved: SeatId | null;
  /** null: seats can be removed. */
  locked: string | null;
  onRemove: (seatId: SeatId, mayReturn: boolean) => void;
  onRestore: (seatId: SeatId) => void;
  onLock: (locked: boolean) => void;
  onMove: (seatId: SeatId, team: number) => void;
  simulation: SimulatedClass;
  /** Whether a seat is not on the lesson's list. Left out in a lesson without one. */
  isGuest?: ((seatId: SeatId) => boolean) | undefined;
  /** Gives why not, or null. */
  onAddToClass: (seatId: SeatId) => Promise<ApiError | null>;
  /** For the dialog of a seat. */
  failure: SaidInDialog;
};

/** Who is here, who has answered, who is offline since when: one tile a seat. */
export function Room(props: RoomProps) {
  const { view, roster, justRemoved, locked, onRemove, onRestore, onLock, onMove, simulation } =
    props;
  const { isGuest, onAddToClass, failure } = props;
  const { t } = useText();
  const [chosen, setChosen] = useState<SeatId | null>(null);
  const [showRemoved, setShowRemoved] = useState(false);
  const [since, setSince] = useState<OfflineSince>(new Map());
  const now = useNow(20_000);
  const answering = view.current !== null && !isSlide(view.current);
  const { ref, width, height } = useSize();

  const { devices } = view;
  const seats = useMemo(() => {
    const differ = new Set(devices?.filter((one) => one.differ).map(({ seatId }) => seatId));
    return readSeats(view.grid, roster).map((seat) =>
      differ.has(seat.seatId) ? { ...seat, note: 'differ' as const } : seat,
    );
  }, [view.grid, roster, devices]);
  const counts = useMemo(() => countSeats(seats), [seats]);
  const noted = noteOffline(since, seats, now);
  if (noted !== since) setSince(noted);

  const shown = seats.filter(
    (seat) => seat.state !== 'removed' || showRemoved || seat.seatId === justRemoved,
  );
  const word = useMemo(() => widestWord(roster.map(({ name }) => name ?? '')), [roster]);
  const tiles = tilesFor(shown.length, width, height, word);
  const minutesOf = (seatId: SeatId) => {
    const from = noted.get(seatId);
    return from === undefined ? null : Math.max(0, Math.floor((now - from) / 60_000));
  };
  const seat = seats.find(({ seatId }) => seatId === chosen);

  const refuse = useCallback((seatId: SeatId) => onRemove(seatId, true), [onRemove]);
  const asking = seats.filter(({ state }) => state === 'asks');

  const items: MenuItem[] = [];
  // Made-up students are on no list.
  if (!simulation.running && locked === null && !view.roster)
    items.push({
      id: 'simulate',
      label: t('console.simulation.start'),
      icon: <Icon path={icons.users} />,
      onSelect: simulation.start,
    });
  if (locked === null)
    items.push({
      id: 'lock',
      label: t(view.locked ? 'console.room.unlock' : 'console.room.lock'),
      icon: <Icon path={icons.lock} />,
      onSelect: () => onLock(view.locked !== true),
    });
  if (counts.removed > 0)
    items.push({
      id: 'removed',
      label: showRemoved
        ? t('console.room.hideRemoved')
        : t('console.room.showRemoved', { count: counts.removed }),
      icon: <Icon path={icons.eye} />,
      onSelect: () => setShowRemoved(!showRemoved),
    });

  return (
    <Column
      heading={t('console.room.heading')}
      end={
        <HeadEnd>
          {simulation.running || simulation.error ? (
            <SimulationLine simulation={simulation} />
          ) : (
            <span className="small soft tnum">
              {t('console.room.here', { here: connectedIn(view.grid), count: view.seats })}
            </span>
          )}
          {view.locked && <Pill tone="warn">{t('console.room.locked')}</Pill>}
          {asking.length > 0 && locked === null && (
            <Button
              small
              onClick={() => {
                for (const { seatId } of asking) onRestore(seatId);
              }}
            >
              {t('console.room.admitAll', { count: asking.length })}
            </Button>
          )}
          {items.length > 0 && <Menu small label={t('console.room.menu')} items={items} />}
        </HeadEnd>
      }
    >
      <div className={styles.legend}>
        <SeatLegend>
          {answering && <LegendKey state="answered" count={counts.answered} />}
          {/* On a slide nobody is missing an answer. */}
          {(answering || view.current === null) && (
            <LegendKey state="waiting" count={counts.waiting} />
          )}
          {counts.asks > 0 && <LegendKey state="asks" count={counts.asks} />}
          {counts.held > 0 && <LegendKey state="held" count={counts.held} />}
          {counts.offline > 0 && <LegendKey state="offline" count={counts.offline} />}
          {counts.removed > 0 && <LegendKey state="removed" count={counts.removed} />}
        </SeatLegend>
      </div>
      <div ref={ref} className={classes(styles.seats, tiles.size === 'large' && styles.large)}>
        <SeatGrid
          label={t('console.room.seats')}
          dense={tiles.size === 'low'}
          tileWidth={tiles.width}
        >
          {shown.map(({ seatId, name, number, state, note }) => (
            <RoomSeat
              key={seatId}
              seatId={seatId}
              name={name ?? t('console.room.student', { number: String(number) })}
              state={state}
              note={note}
              minutes={state === 'offline' ? minutesOf(seatId) : null}
              onChoose={setChosen}
              onRestore={onRestore}
              onRefuse={refuse}
            />
          ))}
        </SeatGrid>
      </div>
      {seat && (
        <SeatDialog
          seat={seat}
          minutes={minutesOf(seat.seatId)}
          asking={answering}
          team={
            view.game?.teams && (
              <SeatTeam
                teams={view.game.teams}
                number={seat.number}
                locked={locked}
                onMove={(team) => onMove(seat.seatId, team)}
              />
            )
          }
          devices={devices?.find(({ seatId }) => seatId === seat.seatId) ?? null}
          onAddToClass={isGuest?.(seat.seatId) ? () => onAddToClass(seat.seatId) : null}
          failure={failure}
          locked={locked}
          onClose={() => setChosen(null)}
          onRemove={(mayReturn) => {
            setChosen(null);
            onRemove(seat.seatId, mayReturn);
          }}
        />
      )}
    </Column>
  );
}
