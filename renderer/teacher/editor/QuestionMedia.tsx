import type { ReactNode } from 'react';
import type { Image } from '../../../lan-server/contract/images.ts';
import type { Sound } from '../../../lan-server/contract/sounds.ts';
import { useText } from '../../i18n/text.tsx';
import { DropPlace } from '../../images/editor/DropPlace.tsx';
import { ImageGroup } from '../../images/editor/ImageField.tsx';
import { useImageUpload } from '../../images/editor/use-upload.ts';
import { SoundField } from '../../sounds/editor/SoundField.tsx';
import { isSoundFile, useSoundUpload } from '../../sounds/editor/use-sound-upload.ts';
import styles from './QuestionMedia.module.css';

type QuestionMediaProps = {
  image: Image | null;
  sound: Sound | null;
  /** `field`: what is being typed in, so that a run of typing is one step for undo. */
  onImage: (image: Image | null, field?: string) => void;
  onSound: (sound: Sound | null, field?: string) => void;
  /** What they belong to; files dropped or pasted on it are taken too. */
  children: ReactNode;
};

/**
 * Picture and recording of a question, beside each other while they are empty. A file that is dropped or pasted anywhere here goes to where
 * its kind belongs.
 */
export function QuestionMedia({ image, sound, onImage, onSound, children }: QuestionMediaProps) {
  const { t } = useText();
  const picture = useImageUpload(onImage);
  const recording = useSoundUpload(onSound);
  const hint = <span className="small muted">{t('questions.desk.image.addHint')}</span>;
  return (
    <DropPlace onFile={(file) => (isSoundFile(file) ? recording : picture).send(file)}>
      {children}
      <div className={styles.row}>
        <div className={image || picture.state.is !== 'idle' ? styles.whole : undefined}>
          <ImageGroup image={image} onChange={onImage} uploading={picture} />
        </div>
        {!image && sound && hint}
        <div className={sound || recording.state.is !== 'idle' ? styles.whole : undefined}>
          <SoundField sound={sound} onChange={onSound} uploading={recording} />
        </div>
        {!sound && hint}
      </div>
    </DropPlace>
  );
}
