import { useLayoutEffect, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { maxOptions } from '../../lan-server/questions/options.ts';
import { useText } from '../i18n/text.tsx';
import { RowsSection } from '../sortable/RowsSection.tsx';
import { SortableList } from '../sortable/SortableList.tsx';
import { letterAt } from '../ui/index.ts';
import {
  inserted,
  keyToggled,
  minOptions,
  moved,
  pictured,
  reordered,
  reworded,
  without,
} from './option-edits.ts';
import type { OptionList } from './option-edits.ts';
import { OptionRow } from './OptionRow.tsx';

type OptionsEditorProps = OptionList & {
  /** How many can be right. */
  keys: 'one' | 'several' | 'none';
  onChange: (list: OptionList, field?: string) => void;
};

/**
 * Options with their marks: write, make right, add, remove, move. Enter goes on to the next, at the end it adds one;
 * Backspace takes an empty one away; several lines pasted become several options.
 */
export function OptionsEditor(props: OptionsEditorProps) {
  const { options, right, optionImages, keys, onChange } = props;
  const { t } = useText();
  const list: OptionList = { options, right, ...(optionImages && { optionImages }) };
  const frame = useRef<HTMLOListElement>(null);
  // Options have no ids of their own; dragging needs some that travel along.
  const [known, setKnown] = useState<readonly number[]>([]);
  const next = Math.max(0, ...known) + 1;
  const ids = options.map((_, index) => known[index] ?? next + index);
  const name = (index: number) =>
    t('questions.desk.options.option', { letter: letterAt(index).toUpperCase() });

  const fieldAt = (index: number) =>
    frame.current?.querySelectorAll<HTMLElement>('textarea')[index];
  // Before the next key is heard: whoever types fast must not type into the option before.
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    fieldAt(wanted.current)?.focus();
    wanted.current = null;
  });
  /** Goes to an option after the change that is being made. */
  const focus = (index: number) => {
    wanted.current = index;
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= options.length || from === to) return;
    setKnown(moved(ids, from, to));
    onChange(reordered(list, from, to));
  };
  const add = (at: number, texts: string[]) => {
    onChange(inserted(list, at, texts));
    focus(Math.min(at + texts.length, maxOptions) - 1);
  };
  const remove = (at: number) => {
    if (options.length <= minOptions) return;
    setKnown(ids.filter((_, index) => index !== at));
    onChange(without(list, at));
    focus(Math.max(0, at - 1));
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>, at: number) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const to = event.key === 'ArrowUp' ? at - 1 : at + 1;
      move(at, to);
      if (to >= 0 && to < options.length) focus(to);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (at < options.length - 1) fieldAt(at + 1)?.focus();
      else if (options.length < maxOptions) add(options.length, ['']);
    } else if (
      event.key === 'Backspace' &&
      options[at] === '' &&
      !optionImages?.[at] &&
      options.length > minOptions
    ) {
      event.preventDefault();
      remove(at);
    }
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>, at: number) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((line) => line.trim().slice(0, 500))
      .filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    // The first lines fill empty options; what is left over becomes new ones.
    const free = options.slice(at).findIndex((option) => option !== '');
    const room = free === -1 ? options.length - at : free;
    const filled = lines
      .slice(0, room)
      .reduce((so, line, index) => reworded(so, at + index, line), list);
    const next = inserted(filled, at + room, lines.slice(room));
    onChange(next);
    focus(Math.min(at + lines.length, next.options.length) - 1);
  };

  return (
    <RowsSection
      title={t('questions.desk.options.title')}
      hint={t(`questions.desk.options.${keys}`)}
      add={{
        words: t('questions.desk.options.add'),
        full: options.length < maxOptions ? null : t('questions.desk.options.most'),
        onAdd: () => add(options.length, ['']),
      }}
    >
      <SortableList ids={ids} nameOf={name} onMove={move}>
        <ol ref={frame}>
          {options.map((option, index) => (
            <OptionRow
              key={ids[index]}
              id={ids[index] ?? index}
              letter={letterAt(index)}
              name={name(index)}
              text={option}
              image={optionImages?.[index] ?? null}
              right={right.includes(index)}
              removable={options.length > minOptions}
              onImage={(image, field) =>
                onChange(pictured(list, index, image), field && `option-${index}-${field}`)
              }
              onText={(text) =>
                onChange(reworded(list, index, text.replaceAll('\n', ' ')), `option-${index}`)
              }
              onKey={
                keys === 'none' ? null : () => onChange(keyToggled(list, index, keys === 'several'))
              }
              onRemove={() => remove(index)}
              onKeyDown={(event) => press(event, index)}
              onPaste={(event) => paste(event, index)}
            />
          ))}
        </ol>
      </SortableList>
    </RowsSection>
  );
}
