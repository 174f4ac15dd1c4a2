import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import styles from './Seat.module.css';

export type SeatState = 'answered' | 'waiting' | 'held' | 'offline' | 'removed' | 'asks';

const marks = {
  answered: icons.stored,
  waiting: icons.ring,
  held: icons.held,
  offline: icons.wifiOff,
  removed: icons.close,
  asks: icons.hand,
} satisfies Record<SeatState, icons.IconPath>;

type SeatProps = {
  name: string;
  state: SeatState;
  /** A few words under the name: since when offline, how many unsent. */
  detail?: ReactNode;
  /** The number of the paper card that this student holds. */
  card?: number;
  /** Makes the tile a button: opens what can be done with this seat. */
  onPress?: () => void;
  /** For a seat that asks to join. */
  onAdmit?: () => void;
  onRefuse?: () => void;
  /** For a removed seat. */
  onUndo?: () => void;
};

/** One student's place. Stands in a SeatGrid. */
export function Seat(props: SeatProps) {
  const { name, state, detail, card, onPress, onAdmit, onRefuse, onUndo } = props;
  const { t } = useText();
  const undoable = state === 'removed' && onUndo !== undefined;
  return (
    <li className={classes(styles.seat, styles[state])}>
      {!undoable && (
        <span className={styles.top}>
          <Icon path={marks[state]} size="s" />
          {card !== undefined && <Icon path={icons.card} size="s" />}
        </span>
      )}
      <div className={styles.who}>
        <span className={styles.name}>{name}</span>
        {!undoable && (
          <span className={styles.detail}>
            {detail ?? (card === undefined ? null : t('ui.seat.card', { number: String(card) }))}
          </span>
        )}
        <span className="sr">{t(`ui.seat.${state}`)}</span>
      </div>
      {onPress && (
        <button
          type="button"
          className={styles.press}
          aria-label={`${name}, ${t(`ui.seat.${state}`)}`}
          aria-haspopup="dialog"
          onClick={onPress}
        />
      )}
      {state === 'asks' && (onAdmit || onRefuse) && (
        <div className={styles.actions}>
          {onAdmit && (
            <Button small onClick={onAdmit} aria-label={t('ui.seat.admitName', { name })}>
              {t('ui.seat.admit')}
            </Button>
          )}
          {onRefuse && (
            <Button
              small
              look="quiet"
              onClick={onRefuse}
              aria-label={t('ui.seat.refuseName', { name })}
            >
              {t('ui.seat.refuse')}
            </Button>
          )}
        </div>
      )}
      {undoable && (
        <Button
          small
          className={styles.undo}
          onClick={onUndo}
          aria-label={t('ui.seat.undoName', { name })}
        >
          {t('ui.undo')}
        </Button>
      )}
    </li>
  );
}

type SeatGridProps = {
  label: string;
  /** Low tiles, for rooms of more than thirty-six. */
  dense?: boolean;
  /** Least width of a tile in px, where the names need more than the usual one. */
  tileWidth?: number;
  children: ReactNode;
};

/** All seats of the room. */
export function SeatGrid({ label, dense, tileWidth, children }: SeatGridProps) {
  const columns = tileWidth && `repeat(auto-fill, minmax(min(100%, ${tileWidth}px), 1fr))`;
  return (
    <ol
      className={classes(styles.grid, dense && styles.dense)}
      style={columns ? { gridTemplateColumns: columns } : undefined}
      aria-label={label}
    >
      {children}
    </ol>
  );
}

/** Line over the seats that says what each tile means and how many there are; leave out what is 0. */
export function SeatLegend({ children }: { children: ReactNode }) {
  return <div className={styles.legend}>{children}</div>;
}

/** One entry of the legend: the tile in small, the count, the word. */
export function LegendKey({ state, count }: { state: SeatState | 'card'; count: number }) {
  const { t, number } = useText();
  return (
    <span className={styles.entry}>
      <span className={classes(styles.seat, state !== 'card' && styles[state], styles.key)}>
        <Icon path={state === 'card' ? icons.card : marks[state]} size="s" />
      </span>
      <b className="num">{number(count)}</b> {t(`ui.legend.${state}`)}
    </span>
  );
}
