import { useRef } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { Image } from '../../../lan-server/contract/images.ts';
import { centreOf } from '../../../lan-server/questions/pin/areas.ts';
import type { Area, Point } from '../../../lan-server/questions/pin/index.ts';
import { useText } from '../../i18n/text.tsx';
import { classes } from '../../ui/index.ts';
import { freshArea, handlesOf, movedTo, pulled } from './area-edits.ts';
import type { Shape } from './area-edits.ts';
import styles from './Editor.module.css';
import { PinMap } from './PinMap.tsx';
import { arrowOf, placeAt } from './placing.ts';

type AreaBoardProps = {
  image: Image;
  areas: readonly Area[];
  selected: number;
  /** What a drag on the free picture draws; null: there are as many as there may be. */
  draws: Shape | null;
  onSelect: (place: number) => void;
  /** `field`: one drag, or one run of arrow keys, is one step for undo. */
  onAreas: (areas: Area[], field: string) => void;
};

/** The picture with its areas: drawn and changed by the mouse, or each handle by the arrow keys. */
export function AreaBoard({ image, areas, selected, draws, onSelect, onAreas }: AreaBoardProps) {
  const { t } = useText();
  const plane = useRef<HTMLDivElement>(null);
  const drags = useRef(0);
  const ratio = image.height / image.width;

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = plane.current?.getBoundingClientRect();
    if (!box) return { x: 0.5, y: 0.5 };
    return placeAt((clientX - box.left) / box.width, (clientY - box.top) / box.height);
  };

  /** Pulls a handle of one area for as long as the button is down. */
  function drag(all: readonly Area[], place: number, handle: number, began: Area | null) {
    drags.current += 1;
    const field = `areas-drag-${drags.current}`;
    const change = (event: PointerEvent) => {
      const area = all[place];
      if (area)
        onAreas(
          all.map((one, at) => (at === place ? pulled(area, handle, pointOf(event), ratio) : one)),
          field,
        );
    };
    const end = () => {
      document.removeEventListener('pointermove', change);
      document.removeEventListener('pointerup', end);
      document.removeEventListener('pointercancel', end);
    };
    document.addEventListener('pointermove', change);
    document.addEventListener('pointerup', end);
    document.addEventListener('pointercancel', end);
    if (began) onAreas([...all], field);
  }

  function draw(event: ReactPointerEvent) {
    if (event.button !== 0 || event.target !== plane.current || !draws) return;
    event.preventDefault();
    const at = pointOf(event);
    const fresh = freshArea(draws, at, ratio);
    const all = [...areas, fresh];
    onSelect(areas.length);
    // A click leaves one of a useful size; a drag goes on to its edge, or, with corners, moves it.
    drag(all, areas.length, draws === 'polygon' ? 0 : draws === 'box' ? 2 : 1, fresh);
  }

  const area = areas[selected];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons beside it add areas, those on it change them
    <div
      ref={plane}
      role="group"
      aria-label={t('kinds.pin.desk.board')}
      className={classes(styles.board, draws && styles.draws)}
      style={{ aspectRatio: `${image.width} / ${image.height}` }}
      onPointerDown={draw}
    >
      <PinMap image={image} areas={areas} className={styles.map} />
      {areas.map((one, place) => (
        <Handle
          key={place}
          at={centreOf(one)}
          large
          label={t('kinds.pin.desk.move', { number: place + 1 })}
          chosen={place === selected}
          onHold={() => {
            onSelect(place);
            drag(areas, place, 0, null);
          }}
          onFocus={() => onSelect(place)}
          onMove={(dx, dy) => {
            const middle = centreOf(one);
            const to = { x: middle.x + dx, y: middle.y + dy };
            onAreas(
              areas.map((other, at) => (at === place ? movedTo(other, to) : other)),
              `areas-keys-${place}`,
            );
          }}
        />
      ))}
      {area &&
        handlesOf(area).map((point, handle) =>
          handle === 0 ? null : (
            <Handle
              key={handle}
              at={point}
              label={t('kinds.pin.desk.pull', { number: selected + 1, corner: handle })}
              onHold={() => drag(areas, selected, handle, null)}
              onMove={(dx, dy) => {
                const to = { x: point.x + dx, y: point.y + dy };
                onAreas(
                  areas.map((other, at) =>
                    at === selected ? pulled(other, handle, to, ratio) : other,
                  ),
                  `areas-keys-${selected}-${handle}`,
                );
              }}
            />
          ),
        )}
    </div>
  );
}

type HandleProps = {
  at: Point;
  label: string;
  large?: boolean;
  chosen?: boolean;
  onHold: () => void;
  onFocus?: () => void;
  onMove: (dx: number, dy: number) => void;
};

function Handle({ at, label, large, chosen, onHold, onFocus, onMove }: HandleProps) {
  return (
    <button
      type="button"
      className={classes(styles.handle, large && styles.middle, chosen && styles.chosen)}
      style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
      aria-label={label}
      onFocus={onFocus}
      onPointerDown={(event) => {
        if (event.button === 0) onHold();
      }}
      onKeyDown={(event) => {
        const by = arrowOf(event.key, event.shiftKey);
        if (!by) return;
        event.preventDefault();
        onMove(by.dx, by.dy);
      }}
    />
  );
}
