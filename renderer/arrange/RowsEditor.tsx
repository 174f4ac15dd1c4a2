import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '../i18n/text.tsx';
import { moved } from '../options/option-edits.ts';
import { RowsSection } from '../sortable/RowsSection.tsx';
import { SortableList } from '../sortable/SortableList.tsx';
import { SortableRow } from '../sortable/SortableRow.tsx';
import { Button, Icon, icons, TextArea } from '../ui/index.ts';
import styles from './RowsEditor.module.css';

/** The texts of a row, one a field. */
export type Row = readonly string[];

type RowsEditorProps = {
  title: string;
  hint: string;
  rows: readonly Row[];
  /** Fields in a row. */
  width: number;
  least: number;
  most: number;
  words: { add: string; most: string; least: string };
  /** What a row is called when it is read out: “Item 2”. */
  nameOf: (index: number) => string;
  /** What a field is called: “Pair 2, left”. */
  fieldName: (index: number, field: number) => string;
  /** `typing` names the field that is being typed in; without it, the change is a step of its own for undo. */
  onChange: (rows: Row[], typing?: string) => void;
};

/** As long as an item may be. */
const maxLetters = 500;

/**
 * Rows in an order: write, add, take away, move by mouse, finger, buttons or Alt with the arrow keys. Enter goes on to the next
 * row, at the end it adds one; Backspace takes an empty one away.
 */
export function RowsEditor(props: RowsEditorProps) {
  const { title, hint, rows, width, least, most, words, nameOf, fieldName, onChange } = props;
  const frame = useRef<HTMLOListElement>(null);
  // Rows have no ids of their own; dragging needs some that travel along.
  const [known, setKnown] = useState<readonly number[]>([]);
  const next = Math.max(0, ...known) + 1;
  const ids = rows.map((_, index) => known[index] ?? next + index);

  const fieldAt = (index: number) =>
    frame.current?.children[index]?.querySelector<HTMLElement>('textarea');
  // Before the next key is heard: whoever types fast must not type into the row before.
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    fieldAt(wanted.current)?.focus();
    wanted.current = null;
  });

  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length || from === to) return;
    setKnown(moved(ids, from, to));
    onChange(moved(rows, from, to));
  };
  const add = () => {
    wanted.current = rows.length;
    onChange([...rows, Array.from({ length: width }, () => '')]);
  };
  const remove = (at: number) => {
    if (rows.length <= least) return;
    setKnown(ids.filter((_, index) => index !== at));
    onChange(rows.filter((_, index) => index !== at));
    wanted.current = Math.max(0, at - 1);
  };
  const write = (at: number, field: number, text: string) => {
    const words = (rows[at] ?? []).map((one, place) =>
      place === field ? text.replaceAll('\n', ' ') : one,
    );
    onChange(
      rows.map((row, index) => (index === at ? words : row)),
      `row-${at}-${field}`,
    );
  };
  const press = (event: KeyboardEvent<HTMLElement>, at: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const row = rows[at];
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const to = event.key === 'ArrowUp' ? at - 1 : at + 1;
      if (to >= 0 && to < rows.length) wanted.current = to;
      move(at, to);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (at < rows.length - 1) fieldAt(at + 1)?.focus();
      else if (rows.length < most) add();
    } else if (
      event.key === 'Backspace' &&
      row?.every((text) => text === '') &&
      rows.length > least
    ) {
      event.preventDefault();
      remove(at);
    }
  };

  return (
    <RowsSection
      title={title}
      hint={hint}
      add={{ words: words.add, full: rows.length < most ? null : words.most, onAdd: add }}
    >
      <SortableList ids={ids} nameOf={nameOf} onMove={move}>
        <ol ref={frame}>
          {rows.map((row, index) => (
            <RowFrame
              key={ids[index]}
              id={ids[index] ?? index}
              place={index + 1}
              name={nameOf(index)}
              first={index === 0}
              last={index === rows.length - 1}
              tooFew={rows.length > least ? null : words.least}
              onMove={(by) => move(index, index + by)}
              onRemove={() => remove(index)}
              texts={row}
              fieldName={(field) => fieldName(index, field)}
              onText={(text, field) => write(index, field, text)}
              onKeyDown={(event) => press(event, index)}
            />
          ))}
        </ol>
      </SortableList>
    </RowsSection>
  );
}

type RowFrameProps = {
  id: number;
  place: number;
  name: string;
  first: boolean;
  last: boolean;
  /** Why it cannot be taken away, or null. */
  tooFew: string | null;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  texts: Row;
  fieldName: (field: number) => string;
  onText: (text: string, field: number) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

function RowFrame(props: RowFrameProps) {
  const { id, place, name, first, last, tooFew, texts, fieldName, ...on } = props;
  const { t } = useText();
  return (
    <SortableRow
      id={id}
      handle={t('questions.desk.rows.move', { name })}
      bare={texts.length === 1}
      className={styles.row}
    >
      <b className={styles.place} aria-hidden="true">
        {place}
      </b>
      <div className={styles.fields}>
        {texts.map((text, field) => (
          <TextArea
            key={field}
            label={fieldName(field)}
            hideLabel
            value={text}
            maxLength={maxLetters}
            onChange={(typed) => on.onText(typed, field)}
            onKeyDown={on.onKeyDown}
          />
        ))}
      </div>
      <Button
        look="quiet"
        small
        icon={<Icon path={icons.arrowUp} size="s" />}
        label={t('questions.desk.rows.up', { name })}
        disabledReason={first ? t('questions.desk.rows.isFirst') : null}
        reasonElsewhere
        onClick={() => on.onMove(-1)}
      />
      <Button
        look="quiet"
        small
        icon={<Icon path={icons.arrowDown} size="s" />}
        label={t('questions.desk.rows.down', { name })}
        disabledReason={last ? t('questions.desk.rows.isLast') : null}
        reasonElsewhere
        onClick={() => on.onMove(1)}
      />
      <Button
        look="quiet"
        small
        icon={<Icon path={icons.close} size="s" />}
        label={t('questions.desk.rows.remove', { name })}
        disabledReason={tooFew}
        reasonElsewhere
        onClick={on.onRemove}
      />
    </SortableRow>
  );
}
