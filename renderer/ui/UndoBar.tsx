import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { close, undo } from './icons.ts';
import styles from './UndoBar.module.css';

type UndoBarProps = {
  /** What was done: “Question 4 removed”. Null: nothing to undo; the place stays, so that it is read out when it comes. */
  children: ReactNode;
  onUndo?: (() => void) | undefined;
  onDismiss?: (() => void) | undefined;
};

/** Says what was just done, where it was done, and takes it back. Stays until something else is done or it is closed. */
export function UndoBar({ children, onUndo, onDismiss }: UndoBarProps) {
  const { t } = useText();
  return (
    <div role="status">
      {children && (
        <div className={styles.bar}>
          <span className={styles.words}>{children}</span>
          {onUndo && (
            <Button className={styles.button} icon={<Icon path={undo} size="s" />} onClick={onUndo}>
              {t('ui.undo')}
            </Button>
          )}
          {onDismiss && (
            <Button
              className={styles.button}
              label={t('ui.close')}
              icon={<Icon path={close} size="s" />}
              onClick={onDismiss}
            />
          )}
        </div>
      )}
    </div>
  );
}
