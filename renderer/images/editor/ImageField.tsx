import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { Image } from '../../../lan-server/contract/images.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  FileChooser,
  Icon,
  icons,
  Notice,
  Progress,
  Switch,
  TextArea,
} from '../../ui/index.ts';
import { pictureUrl } from '../Picture.tsx';
import { DropPlace } from './DropPlace.tsx';
import styles from './ImageField.module.css';
import type { UploadError } from './upload.ts';
import { useImageUpload } from './use-upload.ts';
import type { Uploading } from './use-upload.ts';

const offered = 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/*';

type ImageFieldProps = {
  image: Image | null;
  /** `field`: what is being typed in, so that a run of typing is one step for undo. */
  onChange: (image: Image | null, field?: string) => void;
};

/** The picture of a dialog about it: chosen, dropped or pasted anywhere on the place, which is drawn large while it is empty. */
export function ImageField({ image, onChange }: ImageFieldProps) {
  const { t } = useText();
  const uploading = useImageUpload(onChange);
  return (
    <DropPlace onFile={uploading.send}>
      <ImageGroup
        image={image}
        onChange={onChange}
        uploading={uploading}
        wanted={<span className="small muted">{t('questions.desk.image.addHint')}</span>}
      />
    </DropPlace>
  );
}

type ImageGroupProps = ImageFieldProps & {
  uploading: Uploading;
  /** A picture is wanted here: the empty place is drawn large, with this in it. */
  wanted?: ReactNode;
};

/** Adds a picture by choosing it; says what it shows; changes it; takes it away. Where files are dropped is `DropPlace`. */
export function ImageGroup({ image, onChange, uploading, wanted }: ImageGroupProps) {
  const { t } = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const { state, send, cancel } = uploading;
  const choose = () => chooser.current?.click();
  const add = (
    <Button
      look={wanted ? 'bordered' : 'quiet'}
      icon={<Icon path={icons.image} />}
      onClick={choose}
    >
      {t('questions.desk.image.add')}
    </Button>
  );
  return (
    <div role="group" aria-label={t('questions.desk.image.title')} className={styles.group}>
      <FileChooser
        ref={chooser}
        accept={offered}
        label={t('questions.desk.image.file')}
        onFile={send}
      />
      {image ? (
        <Chosen
          image={image}
          onChange={onChange}
          onReplace={choose}
          onRemove={() => {
            onChange(null);
          }}
        />
      ) : wanted ? (
        <div className={styles.wanted}>
          {add}
          {wanted}
        </div>
      ) : (
        add
      )}
      {state.is === 'sending' && (
        <div className={styles.under}>
          <Progress
            label={t('questions.desk.image.uploading')}
            done={Math.round(state.fraction * 100)}
            total={100}
            said={`${Math.round(state.fraction * 100)} %`}
            onCancel={cancel}
          />
        </div>
      )}
      {state.is === 'failed' && (
        <div className={styles.under} role="alert">
          <Notice tone="warn" title={t('questions.desk.image.failed')}>
            {t(reasonOf(state.error))}
          </Notice>
        </div>
      )}
    </div>
  );
}

function Chosen({
  image,
  onChange,
  onReplace,
  onRemove,
}: Pick<ImageFieldProps, 'onChange'> & {
  image: Image;
  onReplace: () => void;
  onRemove: () => void;
}) {
  const { t } = useText();
  const { alt } = image;
  return (
    <div className={styles.chosen}>
      <div className={styles.frame}>
        {/* What it shows stands beside it. */}
        <img className={styles.picture} src={pictureUrl(image, true)} alt="" draggable={false} />
      </div>
      <div className={styles.words}>
        {alt !== null && (
          <TextArea
            label={t('questions.desk.image.alt')}
            hint={t('questions.desk.image.altWhy')}
            maxLength={300}
            rows={2}
            value={alt}
            onChange={(text) =>
              onChange({ ...image, alt: text.replaceAll('\n', ' ') }, `alt-${image.media}`)
            }
          />
        )}
        <Switch
          label={t('questions.desk.image.decorative')}
          checked={alt === null}
          onChange={(only) => onChange({ ...image, alt: only ? null : '' })}
        />
        <div className={styles.acts}>
          <Button small icon={<Icon path={icons.image} size="s" />} onClick={onReplace}>
            {t('questions.desk.image.replace')}
          </Button>
          <Button small look="quiet" icon={<Icon path={icons.trash} size="s" />} onClick={onRemove}>
            {t('questions.desk.image.remove')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function reasonOf({ code, type }: UploadError) {
  if (code === 'image_kind' && type === 'svg') return 'questions.desk.image.svg';
  if (code === 'image_kind' && type === 'heic') return 'questions.desk.image.heic';
  return `errors.${code}` as const;
}
