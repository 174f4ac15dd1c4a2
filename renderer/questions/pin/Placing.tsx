import { useEffect, useRef, useState } from 'react';
import type { Point, PublicPin } from '../../../lan-server/questions/pin/index.ts';
import type { TextApi } from '../../i18n/text.tsx';
import { useText } from '../../i18n/text.tsx';
import { Picture } from '../../images/Picture.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { arrowDown, arrowLeft, arrowRight, arrowUp } from '../../ui/icons.ts';
import styles from './Input.module.css';
import { arrowOf, movedBy, movedTo, named, placeAt, placed, taken } from './placing.ts';
import type { Draft } from './placing.ts';

/** At most so much of the screen's height: the question above and the tray below stay in sight. */
const tallest = 46;

type PlacingProps = { question: PublicPin; draft: Draft; onDraft: (draft: Draft) => void };

/** Where a pin is, in words. */
export function placeWords(
  { x, y }: Point,
  { t, percent }: Pick<TextApi, 't' | 'percent'>,
): string {
  return t('kinds.pin.phone.at', { across: percent(x), down: percent(y) });
}

/** Places pins by tapping the picture, by dragging them, by arrow keys, by buttons, and by names where there are any. */
export function Placing({ question, draft, onDraft }: PlacingProps) {
  const text = useText();
  const { t } = text;
  const { image, pins: most, places } = question;
  const plane = useRef<HTMLDivElement>(null);
  // Two quick touches may come before the first one is drawn.
  const newest = useRef(draft);
  useEffect(() => {
    newest.current = draft;
  });
  const dragged = useRef(false);
  const [open, setOpen] = useState(false);
  const [fine, setFine] = useState(false);
  if (!image) return null;
  const { width, height } = image;
  const { pins, active } = draft;
  const current = pins[active];

  const put = (next: Draft) => {
    newest.current = next;
    onDraft(next);
  };
  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = plane.current?.getBoundingClientRect();
    if (!box) return { x: 0.5, y: 0.5 };
    return placeAt((clientX - box.left) / box.width, (clientY - box.top) / box.height);
  };
  const drag = (which: number, at: { clientX: number; clientY: number }) => {
    dragged.current = true;
    put(movedTo(newest.current, which, pointOf(at)));
  };
  /** With a mouse; a finger has events of its own, on the pin that it began on. */
  const follow = (which: number) => {
    const move = (event: MouseEvent) => drag(which, event);
    const end = () => {
      document.removeEventListener('mousemove', move);
      document.removeEventListener('mouseup', end);
    };
    document.addEventListener('mousemove', move);
    document.addEventListener('mouseup', end);
  };
  const step = (key: string) => {
    const by = arrowOf(key, fine);
    if (by) put(movedBy(newest.current, active, by.dx, by.dy));
  };
  const nameOf = (which: number) =>
    most === 1 ? t('kinds.pin.phone.pin') : t('kinds.pin.phone.pinNumber', { number: which + 1 });

  return (
    <div>
      <p className={styles.hint}>{t('kinds.pin.phone.hint', { count: most })}</p>
      <div
        className={styles.frame}
        style={{ maxWidth: `calc(${tallest}vh * ${(width / height).toFixed(4)})` }}
      >
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the buttons below do the same */}
        <div
          ref={plane}
          className={styles.plane}
          style={{ paddingTop: `${(100 * height) / width}%` }}
          onClick={(event) => {
            // The end of a drag is no tap; one on a pin only chooses it.
            if (dragged.current || event.target !== event.currentTarget) dragged.current = false;
            else put(placed(newest.current, pointOf(event), most));
          }}
        >
          <Picture image={image} small className={styles.picture} />
          {pins.map((pin, which) =>
            'x' in pin ? (
              <button
                key={which}
                type="button"
                className={classes(styles.pin, which === active && styles.active)}
                style={{ left: `${pin.x * 100}%`, top: `${pin.y * 100}%` }}
                aria-label={`${nameOf(which)}: ${placeWords(pin, text)}`}
                onFocus={() => put({ ...newest.current, active: which })}
                onKeyDown={(event) => {
                  const by = arrowOf(event.key, event.shiftKey);
                  if (by) put(movedBy(newest.current, which, by.dx, by.dy));
                  else if (event.key === 'Delete' || event.key === 'Backspace')
                    put(taken(newest.current, which));
                  else return;
                  event.preventDefault();
                  event.stopPropagation();
                }}
                onMouseDown={() => follow(which)}
                onTouchMove={(event) => {
                  const [touch] = Array.from(event.touches);
                  if (!touch) return;
                  // The page stays where it is while a pin is moved.
                  if (event.cancelable) event.preventDefault();
                  drag(which, touch);
                }}
                onTouchEnd={() => {
                  dragged.current = false;
                }}
              >
                <svg className={styles.needle} viewBox="-24 -64 48 64" aria-hidden="true">
                  <path d="M0 0C-8 -18 -22 -24 -22 -42a22 22 0 0 1 44 0c0 18 -14 24 -22 42z" />
                  {most > 1 && (
                    <text y={-34} textAnchor="middle">
                      {which + 1}
                    </text>
                  )}
                </svg>
              </button>
            ) : null,
          )}
        </div>
      </div>
      <p className={styles.where} role="status">
        {current && 'x' in current && `${nameOf(active)}: ${placeWords(current, text)}`}
      </p>
      {places.length > 0 && (
        <div className={styles.places} role="group" aria-label={t('kinds.pin.phone.byName')}>
          <p className={styles.hint}>{t('kinds.pin.phone.byName')}</p>
          {places.map(({ area, name }) => {
            const on = pins.some((pin) => 'area' in pin && pin.area === area);
            return (
              <button
                key={area}
                type="button"
                className={classes(styles.place, on && styles.on)}
                aria-pressed={on}
                onClick={() => put(named(newest.current, area, most))}
              >
                {name}
              </button>
            );
          })}
        </div>
      )}
      <button
        type="button"
        className={styles.more}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('kinds.pin.phone.byButtons')}
      </button>
      {open && (
        <div className={styles.tools}>
          {pins.length < most && (
            <button
              type="button"
              className={styles.tool}
              onClick={() => put(placed(newest.current, placeAt(0.5, 0.5), most))}
            >
              {t('kinds.pin.phone.add')}
            </button>
          )}
          {current && (
            <button
              type="button"
              className={styles.tool}
              onClick={() => put(taken(newest.current, active))}
            >
              {t('kinds.pin.phone.remove')}
            </button>
          )}
          {current && 'x' in current && (
            <div className={styles.arrows}>
              {(
                [
                  ['ArrowLeft', arrowLeft, 'left'],
                  ['ArrowUp', arrowUp, 'up'],
                  ['ArrowDown', arrowDown, 'down'],
                  ['ArrowRight', arrowRight, 'right'],
                ] as const
              ).map(([key, icon, way]) => (
                <button
                  key={key}
                  type="button"
                  className={styles.arrow}
                  aria-label={t(`kinds.pin.phone.go.${way}`)}
                  onClick={() => step(key)}
                >
                  <Icon path={icon} />
                </button>
              ))}
              <button
                type="button"
                className={classes(styles.tool, fine && styles.on)}
                aria-pressed={fine}
                onClick={() => setFine(!fine)}
              >
                {t('kinds.pin.phone.fine')}
              </button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}
