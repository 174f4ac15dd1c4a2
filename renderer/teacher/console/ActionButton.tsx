import { useId } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/index.ts';
import type { ButtonLook } from '../../ui/index.ts';
import type { Action } from './actions.ts';
import styles from './ActionButton.module.css';

type ActionButtonProps = {
  action: Action;
  look?: ButtonLook;
  small?: boolean;
  wide?: boolean;
  icon?: ReactNode;
  /** A sentence more than the label. */
  hint?: string;
};

/**
 * The button of an action. Where it cannot be done now, pressing it says why, as the key does: a reason beside each of
 * fifteen buttons would make the tray jump.
 */
export function ActionButton({
  action,
  look = 'bordered',
  small,
  wide,
  icon,
  hint,
}: ActionButtonProps) {
  const noteId = useId();
  const note = action.reason ?? hint;
  return (
    <>
      <Button
        look={look}
        small={small ?? false}
        wide={wide ?? false}
        icon={icon}
        shortcut={action.key}
        className={styles.action}
        aria-keyshortcuts={action.hotkey}
        aria-disabled={action.reason === null ? undefined : true}
        aria-pressed={action.pressed}
        aria-describedby={note ? noteId : undefined}
        title={note}
        onClick={action.run}
      >
        {action.label}
      </Button>
      {note && (
        <span id={noteId} className="sr">
          {note}
        </span>
      )}
    </>
  );
}
