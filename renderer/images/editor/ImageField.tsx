import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import type { Image } from '../../../lan-server/contract/images.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  classes,
  Icon,
  icons,
  Notice,
  Progress,
  Switch,
  TextArea,
} from '../../ui/index.ts';
import { pictureUrl } from '../Picture.tsx';
import styles from './ImageField.module.css';
import { fileIn, imageUpload } from './upload.ts';
import type { UploadError } from './upload.ts';
import { useUpload } from './use-upload.ts';

/** What a file chooser offers; what a file really is, the program finds out. */
const offered = 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/*';

type ImageFieldProps = {
  image: Image | null;
  /** `field`: what is being typed in, so that a run of typing is one step for undo. */
  onChange: (image: Image | null, field?: string) => void;
  /** A picture is wanted here, as in a dialog about it: the empty place is drawn large. */
  wanted?: boolean;
  /** Pictures dropped or pasted here are taken too. */
  children?: ReactNode;
  /** Stands in the row of the empty place, or below the picture. */
  beside?: ReactNode;
};

/** Adds a picture by choosing, dropping or pasting it; says what it shows; changes it; takes it away. */
export function ImageField({ image, onChange, wanted = false, children, beside }: ImageFieldProps) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const { state, send, cancel } = useUpload(imageUpload, (stored) =>
    // What was said of the picture before is not true of another.
    onChange({ ...stored, alt: '' }),
  );

  const drag = (event: DragEvent) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place to drop; all of it can be done by its buttons
    <div
      role="group"
      aria-label={t('questions.desk.image.title')}
      className={classes(styles.field, over && styles.over)}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const file = fileIn(event.dataTransfer);
        if (!file) return;
        event.preventDefault();
        send(file);
      }}
      onPaste={(event) => {
        const file = fileIn(event.clipboardData);
        // A copied table is both, and words are what one pastes into a field.
        if (!file || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        send(file);
      }}
    >
      {children}
      <input
        ref={chooser}
        type="file"
        className="sr"
        tabIndex={-1}
        accept={offered}
        aria-label={t('questions.desk.image.file')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) send(file);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {image ? (
        <Chosen
          image={image}
          onChange={onChange}
          onReplace={() => chooser.current?.click()}
          onRemove={() => {
            onChange(null);
          }}
        />
      ) : (
        <div className={classes(styles.empty, wanted && styles.wanted)}>
          <Button
            look={wanted ? 'bordered' : 'quiet'}
            icon={<Icon path={icons.image} />}
            onClick={() => chooser.current?.click()}
          >
            {t('questions.desk.image.add')}
          </Button>
          <span className="small muted">{t('questions.desk.image.addHint')}</span>
          {beside}
        </div>
      )}
      {image && beside}
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
