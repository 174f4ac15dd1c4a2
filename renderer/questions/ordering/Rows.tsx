import { useLayoutEffect, useRef } from 'react';
import type { PublicOrdering } from '../../../lan-server/questions/ordering/index.ts';
import arrange from '../../arrange/arrange.module.css';
import { useDrag } from '../../arrange/use-drag.ts';
import { useText } from '../../i18n/text.tsx';
import { Announcer } from '../../ui/Announcer.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { arrowDown, arrowUp, grip } from '../../ui/icons.ts';
import { Mark } from '../../ui/Mark.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { OrderingDraft } from './draft.ts';
import { nudged, placesOf, putAt, tapped } from './draft.ts';
import styles from './Input.module.css';

type RowsProps = {
  question: PublicOrdering;
  draft: OrderingDraft;
  onDraft: (draft: OrderingDraft) => void;
};

/** Above this many letters in one item all of them step down a size together. */
const longItem = 44;

/** The items in their order: drag one by its mark, or tap it and then its place, or move it by buttons and arrow keys. */
export function OrderingRows({ question, draft: given, onDraft }: RowsProps) {
  const { t } = useText();
  const list = useRef<HTMLOListElement>(null);
  const { items } = question;
  const draft = { ...given, order: placesOf(given, items.length) };
  const { order, held, moved } = draft;

  useDrag(list, {
    rows: true,
    onDrop(from, to) {
      const item = order[from];
      if (item !== undefined && from !== to) onDraft({ ...putAt(draft, item, to), held: null });
    },
  });

  // Rows stay and their words move: the keyboard's place goes along with the item that is picked up.
  useLayoutEffect(() => {
    const rows = list.current?.querySelectorAll('button') ?? [];
    const on = Array.from(rows).indexOf(document.activeElement as HTMLButtonElement);
    if (held !== null && on >= 0) rows[order.indexOf(held)]?.focus();
  });

  const said = (item: number) =>
    t('kinds.ordering.phone.row', {
      letter: letterAt(item).toUpperCase(),
      item: items[item] ?? '',
      place: order.indexOf(item) + 1,
      of: items.length,
    });
  const nudge = (by: 1 | -1) => {
    const next = nudged(draft, by);
    if (next) onDraft(next);
  };
  const end = held === null ? -1 : order.indexOf(held);
  return (
    <div className={classes(items.some((item) => item.length > longItem) && arrange.long)}>
      <p className={arrange.hint}>{t('kinds.ordering.phone.hint')}</p>
      <ol ref={list} className={arrange.list}>
        {order.map((item, place) => (
          <li key={place}>
            <button
              type="button"
              className={classes(arrange.row, item === held && arrange.held)}
              aria-pressed={item === held}
              onClick={() => onDraft(tapped(draft, item))}
            >
              <span className={arrange.place} aria-hidden="true">
                {place + 1}
              </span>
              <span className="sr">{letterAt(item).toUpperCase()}</span>
              <span className={arrange.grip} data-grip>
                <Icon path={grip} />
                <Mark letter={letterAt(item)} size={36} silent />
              </span>
              <span className={arrange.words}>{items[item]}</span>
              <span className="sr">
                {t('kinds.ordering.phone.place', { place: place + 1, of: items.length })}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.moves}>
        <Move path={arrowUp} off={end <= 0} onClick={() => nudge(-1)}>
          {t('kinds.ordering.phone.up')}
        </Move>
        <Move
          path={arrowDown}
          off={end === -1 || end === items.length - 1}
          onClick={() => nudge(1)}
        >
          {t('kinds.ordering.phone.down')}
        </Move>
      </div>
      <Announcer>{moved === null ? '' : said(moved)}</Announcer>
    </div>
  );
}

type MoveProps = { path: typeof arrowUp; off: boolean; onClick: () => void; children: string };

function Move({ path, off, onClick, children }: MoveProps) {
  return (
    <button
      type="button"
      className={styles.move}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
    >
      <Icon path={path} />
      <span>{children}</span>
    </button>
  );
}
