import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { NodeSelection } from '@tiptap/pm/state';
import { useEffect, useLayoutEffect, useRef } from 'react';
import formatted from '../../rich/Formatted.module.css';
import { classes } from '../../ui/index.ts';
import { contentFor, placeInEditor, plainContentFor, valueOf } from './editor-text.ts';
import type { TextValue } from './editor-text.ts';
import { editorKit } from './editor-kit.ts';
import { FormulaField } from './FormulaField.tsx';
import { withoutStyles } from './pasted.ts';
import styles from './RichEditor.module.css';
import { ToolBar } from './ToolBar.tsx';
import { activeTools, use } from './tools.ts';
import type { ToolName } from './tools.ts';

/** How writing goes on after the plain field gave way: where the cursor was, and what was asked for. */
export type Handover = {
  from: number;
  to: number;
  tool?: ToolName;
  /** HTML that was pasted. */
  pasted?: string;
};

type RichEditorProps = {
  label: string;
  value: TextValue;
  longest: number;
  large: boolean;
  alwaysTools: boolean;
  language: string | undefined;
  handover: Handover | null;
  onChange: (value: TextValue) => void;
};

const isUndo = ({ ctrlKey, metaKey, key }: KeyboardEvent) =>
  (ctrlKey || metaKey) && /^[zy]$/i.test(key);
const keyOf = ({ text, rich }: TextValue) => rich ?? `plain ${text}`;

/** A text with its formatting as it will look. What is pasted keeps only what a question can hold. */
export function RichEditor(props: RichEditorProps) {
  const { label, value, longest, large, alwaysTools, language, handover, onChange } = props;
  // What the page was told from here and has not yet shown back: it may come late, while one types on. Anything else that comes is
  // from undo, or from another window.
  const told = useRef<string[]>([]);
  const shown = useRef(keyOf(value));
  const newest = useRef(onChange);
  useEffect(() => {
    newest.current = onChange;
  });

  const tell = (editor: Editor) => {
    const next = valueOf(editor.getJSON());
    if (keyOf(next) === (told.current.at(-1) ?? shown.current)) return;
    told.current.push(keyOf(next));
    newest.current(next);
  };

  const editor = useEditor({
    extensions: editorKit(longest),
    // A style sheet put in by a script is against the policy of the page; ours has what is needed.
    injectCSS: false,
    content: handover ? contentFor(value) : plainContentFor(value),
    parseOptions: { preserveWhitespace: 'full' },
    shouldRerenderOnTransaction: false,
    editorProps: {
      transformPastedHTML: withoutStyles,
      // Undo is the page's own, over the whole quiz.
      handleDOMEvents: { keydown: (_view, event) => isUndo(event) },
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: classes(styles.control, formatted.text, large && styles.large),
        ...(language !== undefined && { lang: language }),
        dir: 'auto',
      },
    },
    onUpdate: ({ editor: made }) => tell(made),
  });

  // Before the next key is heard: whoever types fast must not lose a letter.
  useLayoutEffect(() => {
    if (!handover) return;
    const place = (at: number) =>
      Math.min(placeInEditor(value.text, at), editor.state.doc.content.size - 1);
    editor.commands.setTextSelection({ from: place(handover.from), to: place(handover.to) });
    editor.view.focus();
    if (handover.pasted !== undefined) editor.view.pasteHTML(handover.pasted);
    if (handover.tool !== undefined) use(editor, handover.tool);
    tell(editor);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it takes over
  }, []);

  useEffect(() => {
    const key = keyOf(value);
    if (key === shown.current) return;
    shown.current = key;
    const at = told.current.indexOf(key);
    if (at !== -1) {
      told.current.splice(0, at + 1);
      return;
    }
    told.current = [];
    const { doc: before, selection } = editor.state;
    editor.commands.setContent(plainContentFor(value), {
      emitUpdate: false,
      parseOptions: { preserveWhitespace: 'full' },
    });
    // Whoever undoes goes on where the change was.
    const { content } = editor.state.doc;
    const start = before.content.findDiffStart(content);
    const end = before.content.findDiffEnd(content);
    const changed = start === null || end === null ? selection.from : Math.max(start, end.b);
    editor.commands.setTextSelection(Math.min(changed, content.size - 1));
  }, [editor, value]);

  const now = useEditorState({
    editor,
    selector: ({ editor: made }) => {
      const { selection } = made.state;
      const picked = selection instanceof NodeSelection && selection.node.type.name === 'math';
      return {
        on: activeTools(made),
        formula: picked ? { at: selection.from, tex: String(selection.node.attrs['tex']) } : null,
      };
    },
  });

  return (
    <>
      <ToolBar always={alwaysTools} on={now.on} onUse={(name) => use(editor, name)} />
      <EditorContent editor={editor} />
      {now.formula && (
        <FormulaField
          key={now.formula.at}
          tex={now.formula.tex}
          onChange={(tex) => {
            const { at } = now.formula ?? { at: 0 };
            editor
              .chain()
              .command(({ tr }) => {
                tr.setNodeMarkup(at, undefined, { tex, display: false });
                return true;
              })
              .setNodeSelection(at)
              .run();
          }}
          onDone={() => {
            const { at, tex } = now.formula ?? { at: 0, tex: '' };
            if (tex.trim() === '') editor.chain().focus().deleteSelection().run();
            else
              editor
                .chain()
                .focus()
                .setTextSelection(at + 1)
                .run();
          }}
        />
      )}
    </>
  );
}
