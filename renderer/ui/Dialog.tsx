import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';
import { Icon } from './Icon.tsx';
import { close } from './icons.ts';

type DialogProps = {
  open: boolean;
  /** Esc, the cross, or a click beside it. */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the foot, the filled one last. */
  actions?: ReactNode;
  wide?: boolean;
};

/**
 * A modal dialog: the browser's own, so the focus stays in it and goes back where it came from. It opens on the first
 * field or button of its content.
 */
export function Dialog({ open, ...dialog }: DialogProps) {
  return open ? <OpenDialog {...dialog} /> : null;
}

function OpenDialog({ onClose, title, children, actions, wide }: Omit<DialogProps, 'open'>) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const titleId = useId();

  // A layout effect of a component of its own: its end comes before the element leaves the page, and only an element
  // that is still there gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The foot is in sight wherever the rest stands: a focus there must not scroll the title away.
    if (element && foot.current?.contains(document.activeElement)) element.scrollTop = 0;
    return () => element?.close();
  }, []);

  useEffect(() => {
    const element = dialog.current;
    const beside = (event: MouseEvent) => {
      if (event.target === element) onClose();
    };
    element?.addEventListener('mousedown', beside);
    return () => element?.removeEventListener('mousedown', beside);
  }, [onClose]);

  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, wide && styles.wide)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The owner says whether it closes: React would lose track of one that closed by itself.
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
      {actions && (
        <div ref={foot} className={styles.foot}>
          {actions}
        </div>
      )}
      {/* Last, so that the focus begins with what the dialog is about. */}
      <div className={styles.close}>
        <Button look="quiet" label={t('ui.close')} icon={<Icon path={close} />} onClick={onClose} />
      </div>
    </dialog>
  );
}
