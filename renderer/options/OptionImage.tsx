import { useState } from 'react';
import type { Image } from '../../lan-server/contract/images.ts';
import { useText } from '../i18n/text.tsx';
import { ImageField } from '../images/editor/ImageField.tsx';
import { pictureUrl } from '../images/Picture.tsx';
import { Dialog, Icon, icons } from '../ui/index.ts';
import styles from './OptionsEditor.module.css';

type OptionImageProps = {
  letter: string;
  image: Image | null;
  onChange: (image: Image | null, field?: string) => void;
};

/** The picture of an option: small in its row, all about it in a dialog. */
export function OptionImage({ letter, image, onChange }: OptionImageProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const label = t(`questions.desk.image.${image ? 'optionChange' : 'optionAdd'}`, { letter });
  return (
    <>
      <button
        type="button"
        className={styles.image}
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      >
        {image ? (
          <img className={styles.thumb} src={pictureUrl(image, true)} alt="" draggable={false} />
        ) : (
          <Icon path={icons.image} size="s" />
        )}
      </button>
      <Dialog
        open={open}
        wide
        title={t('questions.desk.image.option', { letter })}
        onClose={() => setOpen(false)}
      >
        <ImageField image={image} onChange={onChange} />
      </Dialog>
    </>
  );
}
