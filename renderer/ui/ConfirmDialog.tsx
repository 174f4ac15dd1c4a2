import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

type ConfirmDialogProps = {
  open: boolean;
  title: string;
  /** What will happen, and what is safe. */
  children: ReactNode;
  /** The act, as the teacher would say it: “End lesson”, not “OK”. */
  confirm: string;
  /** The way out, where “Cancel” could be taken for the act itself. */
  keep?: string;
  /** It ends or destroys something. */
  stop?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks once, where an act cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useText();
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onCancel}
      actions={
        <>
          <Button onClick={props.onCancel}>{props.keep ?? t('ui.cancel')}</Button>
          <Button
            look={props.stop ? 'stop' : 'filled'}
            busy={props.busy ?? false}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
