import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { KindName } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Icon, icons, placeUnder } from '../../ui/index.ts';
import type { ButtonLook } from '../../ui/index.ts';
import { findKinds } from './find-kinds.ts';
import styles from './KindMenu.module.css';
import { KindOption } from './KindOption.tsx';

type KindMenuProps = {
  /** What the choice does: “Add a question of another kind”. Read out; without `children` the button is an arrow. */
  label: string;
  look: ButtonLook;
  children?: ReactNode;
  /** The kind that the question has now, where the choice changes it. */
  now?: KindName;
  onChoose: (kind: KindName) => void;
};

/**
 * All kinds of question, in groups, each with a picture and a line. One types to find (the field has the focus), the
 * arrows go through what is left, Enter takes it; Esc and a click elsewhere close.
 */
export function KindMenu({ label, look, children, now, onChoose }: KindMenuProps) {
  const { t } = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [wanted, setWanted] = useState<KindName | null>(null);

  const groups = open ? findKinds(words, t) : [];
  const found = groups.flatMap(({ kinds }) => kinds);
  const active = found.find((kind) => kind === wanted) ?? found[0] ?? null;
  const optionId = (kind: KindName) => `${id}-${kind}`;

  useLayoutEffect(() => {
    if (!open || !box.current || !button.current) return;
    placeUnder(box.current, button.current);
    box.current.style.visibility = 'visible';
    field.current?.focus();
  }, [open]);

  const choose = (kind: KindName) => {
    box.current?.hidePopover();
    onChoose(kind);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && active !== null) {
      event.preventDefault();
      const next = found.at((found.indexOf(active) + by) % found.length) ?? active;
      setWanted(next);
      document
        .querySelector(`#${CSS.escape(optionId(next))}`)
        ?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && active !== null) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Tab') box.current?.hidePopover();
  };

  const native = { ref: button, look, popoverTarget: id, 'aria-haspopup': 'dialog' as const };
  return (
    <>
      {children === undefined ? (
        <Button {...native} label={label} icon={<Icon path={icons.down} size="s" />} />
      ) : (
        <Button {...native} aria-label={label}>
          {children}
        </Button>
      )}
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={styles.menu}
        onToggle={(event) => {
          const opens = event.newState === 'open';
          if (!opens) event.currentTarget.style.visibility = '';
          setOpen(opens);
          setWords('');
          setWanted(now ?? null);
        }}
      >
        {open && (
          <>
            <div className={styles.search}>
              <Icon path={icons.search} />
              <input
                ref={field}
                type="text"
                role="combobox"
                className={styles.field}
                aria-label={t('teacher.editor.kinds.find')}
                aria-expanded={active !== null}
                aria-controls={`${id}-list`}
                aria-autocomplete="list"
                aria-activedescendant={active === null ? undefined : optionId(active)}
                placeholder={t('teacher.editor.kinds.find')}
                autoComplete="off"
                spellCheck={false}
                value={words}
                onChange={(event) => {
                  setWords(event.currentTarget.value);
                  setWanted(null);
                }}
                onKeyDown={press}
              />
            </div>
            {active === null ? (
              <p className={styles.none} role="status">
                {t('teacher.editor.kinds.none')}
              </p>
            ) : (
              <div
                id={`${id}-list`}
                role="listbox"
                aria-label={t('teacher.editor.kinds.list')}
                className={styles.list}
              >
                {groups.map(({ group, kinds }) => (
                  <div
                    key={group}
                    role="group"
                    aria-labelledby={`${id}-${group}`}
                    className={styles.group}
                  >
                    <div id={`${id}-${group}`} role="presentation" className={styles.heading}>
                      {t(`teacher.editor.kinds.group.${group}`)}
                    </div>
                    {kinds.map((kind) => (
                      <KindOption
                        key={kind}
                        id={optionId(kind)}
                        kind={kind}
                        active={kind === active}
                        now={kind === now}
                        onPoint={() => setWanted(kind)}
                        onChoose={() => choose(kind)}
                      />
                    ))}
                  </div>
                ))}
              </div>
            )}
          </>
        )}
      </div>
    </>
  );
}
