import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { classes } from '../../ui/index.ts';
import styles from './ToolBar.module.css';
import { tableTools, tools } from './tools.ts';
import type { TableToolName, ToolName } from './tools.ts';

type ToolBarProps = {
  /** Shown all the time, or only while one writes in the text. */
  always: boolean;
  on: Partial<Record<ToolName, boolean>> & { inTable?: boolean };
  onUse: (name: ToolName | TableToolName) => void;
};

/** What can be done to a text. One stop of the Tab key; the arrow keys go from tool to tool. */
export function ToolBar({ always, on, onUse }: ToolBarProps) {
  const { t } = useText();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const shown = [
    ...tools.map(({ name, keys }) => ({ name, keys, pressed: on[name] ?? false })),
    ...(on.inTable ? tableTools.map((name) => ({ name, keys: null, pressed: null })) : []),
  ];
  const stop = Math.min(current, shown.length - 1);

  function press(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? shown.length - 1
          : step !== undefined && (stop + step + shown.length) % shown.length;
    if (to === false) return;
    event.preventDefault();
    setCurrent(to);
    bar.current?.querySelectorAll('button')[to]?.focus();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('teacher.rich.tools')}
      className={classes(styles.bar, !always && styles.onFocus)}
      tabIndex={-1}
      // The cursor stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={press}
    >
      {shown.map(({ name, keys, pressed }, place) => {
        const said = t(`teacher.rich.${name}.name`);
        return (
          <button
            key={name}
            type="button"
            className={classes(styles.tool, styles[name])}
            aria-pressed={pressed ?? undefined}
            aria-keyshortcuts={keys ?? undefined}
            title={keys === null ? said : `${said} (${keysSaid(keys)})`}
            tabIndex={place === stop ? 0 : -1}
            onFocus={() => setCurrent(place)}
            onClick={() => onUse(name)}
          >
            <span aria-hidden="true">{t(`teacher.rich.${name}.sign`)}</span>
            <span className="sr">{said}</span>
          </button>
        );
      })}
    </div>
  );
}

/** As keyboards have it: Ctrl+B, ⌘B on a Mac. */
function keysSaid(keys: string): string {
  const mac = navigator.platform.startsWith('Mac');
  return mac
    ? keys.replace('Control', '⌘').replace('Shift', '⇧').replaceAll('+', '')
    : keys.replace('Control', 'Ctrl');
}
