import type { ClipboardEventHandler, KeyboardEventHandler } from 'react';
import type { Image } from '../../lan-server/contract/images.ts';
import { useText } from '../i18n/text.tsx';
import { SortableRow } from '../sortable/SortableRow.tsx';
import { Button, classes, Icon, icons, Mark, TextArea } from '../ui/index.ts';
import type { Letter } from '../ui/index.ts';
import { KeyToggle } from './KeyToggle.tsx';
import { OptionImage } from './OptionImage.tsx';
import styles from './OptionsEditor.module.css';

type OptionRowProps = {
  id: number;
  letter: Letter;
  name: string;
  text: string;
  image: Image | null;
  right: boolean;
  removable: boolean;
  onImage: (image: Image | null, field?: string) => void;
  onText: (text: string) => void;
  /** null: none is right. */
  onKey: (() => void) | null;
  onRemove: () => void;
  onKeyDown: KeyboardEventHandler<HTMLTextAreaElement>;
  onPaste: ClipboardEventHandler<HTMLTextAreaElement>;
};

/** One option in the editor. */
export function OptionRow(props: OptionRowProps) {
  const { id, letter, name, text, image, right, removable, ...on } = props;
  const { t } = useText();
  const upper = letter.toUpperCase();
  return (
    <SortableRow
      id={id}
      handle={t('questions.desk.options.move', { letter: upper })}
      bare
      className={classes(styles.option, on.onKey === null && styles.keyless, right && styles.key)}
    >
      <Mark letter={letter} size={36} silent />
      <TextArea
        label={name}
        hideLabel
        value={text}
        maxLength={500}
        onChange={on.onText}
        onKeyDown={on.onKeyDown}
        onPaste={on.onPaste}
      />
      <OptionImage letter={upper} image={image} onChange={on.onImage} />
      {on.onKey && <KeyToggle letter={letter} right={right} onChange={on.onKey} />}
      <Button
        look="quiet"
        small
        className={styles.remove}
        icon={<Icon path={icons.close} size="s" />}
        label={t('questions.desk.options.remove', { letter: upper })}
        disabledReason={removable ? null : t('questions.desk.options.least')}
        reasonElsewhere
        onClick={on.onRemove}
      />
    </SortableRow>
  );
}
