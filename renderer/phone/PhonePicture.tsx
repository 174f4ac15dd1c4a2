import { useEffect, useRef, useState } from 'react';
import type { Image } from '../../lan-server/contract/images.ts';
import { useText } from '../i18n/text.tsx';
import { Picture, pictureWords } from '../images/Picture.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { enlarge } from '../ui/icons.ts';
import { PhoneButton } from './PhoneButton.tsx';
import styles from './PhonePicture.module.css';

/** At most so much of the screen's height: question and answers stay together. */
const tallest = 34;

/** The picture of a question on a phone: in a place that has its size before it comes, larger at a tap. */
export function PhonePicture({ image }: { image: Image }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { width, height } = image;
  return (
    <div
      className={styles.figure}
      style={{ maxWidth: `calc(${tallest}vh * ${(width / height).toFixed(4)})` }}
    >
      <button
        ref={button}
        type="button"
        className={styles.open}
        aria-label={t('questions.phone.enlarge', {
          what: pictureWords(image, t('questions.phone.picture')) || t('questions.phone.picture'),
        })}
        onClick={() => setOpen(true)}
      >
        <span className={styles.hold} style={{ paddingTop: `${(100 * height) / width}%` }} />
        <Picture image={image} small className={styles.picture} />
        <span className={styles.corner}>
          <Icon path={enlarge} size="s" />
        </span>
      </button>
      {open && (
        <Enlarged
          image={image}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** The picture over the whole screen, and as near as one likes. */
export function Enlarged({ image, onClose }: { image: Image; onClose: () => void }) {
  const { t } = useText();
  const [near, setNear] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector<HTMLElement>('button:last-of-type')?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the buttons in it, on their way up
    <div
      ref={frame}
      className={styles.over}
      role="dialog"
      aria-modal="true"
      aria-label={pictureWords(image, '') || t('questions.phone.picture')}
      onKeyDown={(event) => {
        // A letter pressed here must not answer the question behind.
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
        if (event.key === 'Tab') keepWithin(event.nativeEvent, frame.current);
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by the arrow keys too */}
      <div className={styles.room} tabIndex={near ? 0 : -1}>
        <Picture image={image} className={classes(styles.whole, near && styles.near)} />
      </div>
      <div className={styles.foot}>
        <PhoneButton look="bordered" onClick={() => setNear(!near)}>
          {t(near ? 'questions.phone.whole' : 'questions.phone.nearer')}
        </PhoneButton>
        <PhoneButton onClick={onClose}>{t('questions.phone.close')}</PhoneButton>
      </div>
    </div>
  );
}

/** The Tab key goes round within what lies over the page. */
function keepWithin(event: KeyboardEvent, frame: HTMLElement | null): void {
  const stops = frame ? [...frame.querySelectorAll<HTMLElement>('button, [tabindex="0"]')] : [];
  const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
}
