import { useEffect, useRef, useState } from 'react';
import type { ClipboardEvent } from 'react';
import { hasFormula } from '../../../lan-server/questions/settle.ts';
import { TextArea } from '../../ui/index.ts';
import type { TextValue } from './editor-text.ts';
import type { Handover } from './RichEditor.tsx';
import styles from './RichEditor.module.css';
import { ToolBar } from './ToolBar.tsx';
import type { TableToolName, ToolName } from './tools.ts';
import { tools } from './tools.ts';
import type { RichPart } from './use-rich-part.ts';

type RichFieldProps = {
  label: string;
  hideLabel?: boolean;
  large?: boolean;
  /** The tools are always in sight, not only while one writes here. */
  alwaysTools?: boolean;
  placeholder: string;
  rows: number;
  longest: number;
  language?: string | undefined;
  value: TextValue;
  /** The editor of formatted text, once it has come. */
  part: RichPart | null;
  onChange: (value: TextValue) => void;
};

/** Tags of a pasted text that say more than its words. */
const telling = /<(?:b|strong|i|em|ul|ol|table|sub|sup|code|pre|math)[\s>]/i;

/**
 * A text that may be formatted. It is a plain field, as quick as any, until formatting is wanted: by a tool or its key, by a formula
 * between dollar signs, or by pasting something formatted. Then the same text goes on in the editor, the cursor where it was.
 */
export function RichField(props: RichFieldProps) {
  const { label, hideLabel = false, large = false, alwaysTools = false, longest, value } = props;
  const { placeholder, rows, language, part, onChange } = props;
  const box = useRef<HTMLDivElement>(null);
  const [handover, setHandover] = useState<Handover | null>(null);
  // What came formatted, or was formatted here, stays in the editor until it is plain again by undo.
  const rich = value.rich !== undefined || handover !== null;

  const area = () => box.current?.querySelector('textarea') ?? null;
  function handOver(more: Partial<Handover>) {
    const { selectionStart = value.text.length, selectionEnd = selectionStart } = area() ?? {};
    setHandover({ from: selectionStart, to: selectionEnd, ...more });
  }

  useEffect(() => {
    const element = box.current;
    if (!element || rich) return undefined;
    const press = (event: KeyboardEvent) => {
      const tool = toolOf(event);
      if (tool === null || !(event.target instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      handOver({ tool });
    };
    element.addEventListener('keydown', press);
    return () => element.removeEventListener('keydown', press);
  });

  function type(text: string) {
    onChange({ text, rich: undefined });
    const cursor = area()?.selectionStart ?? 0;
    const closed = text.length === value.text.length + 1 && text[cursor - 1] === '$';
    // Before the editor has come, writing goes on plain: no letter may be lost.
    if (closed && part && hasFormula(text)) setHandover({ from: cursor, to: cursor });
  }

  // It has come while one writes a formula.
  useEffect(() => {
    const writing = area();
    if (part && writing && writing === document.activeElement && hasFormula(value.text))
      handOver({});
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it comes
  }, [part]);

  function paste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text/html');
    if (!telling.test(pasted)) return;
    event.preventDefault();
    handOver({ pasted });
  }

  return (
    <div ref={box} className={styles.field} data-rich-field>
      {rich && part ? (
        <>
          {!hideLabel && <span className={styles.label}>{label}</span>}
          <part.RichEditor
            {...{ label, value, longest, large, alwaysTools, language, handover, onChange }}
          />
        </>
      ) : (
        <>
          {!hideLabel && (
            <span className={styles.label} aria-hidden="true">
              {label}
            </span>
          )}
          <ToolBar
            always={alwaysTools}
            on={{}}
            onUse={(name: ToolName | TableToolName) => handOver({ tool: name as ToolName })}
          />
          <TextArea
            label={label}
            hideLabel
            large={large}
            rows={rows}
            maxLength={longest}
            placeholder={placeholder}
            lang={language}
            value={value.text}
            // Formatted text whose editor has not come yet can be read, not written.
            readOnly={rich}
            onChange={type}
            onPaste={paste}
          />
        </>
      )}
    </div>
  );
}

/** The tool that a key stands for. */
function toolOf(event: KeyboardEvent): ToolName | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null;
  const key = event.shiftKey ? `Shift+${event.code.replace('Digit', '')}` : event.key.toUpperCase();
  return tools.find(({ keys }) => keys === `Control+${key}`)?.name ?? null;
}
