import { useState } from 'react';
import type { Image } from '../../lan-server/contract/images.ts';
import { useText } from '../i18n/text.tsx';
import { Picture, pictureWords } from '../images/Picture.tsx';
import { OptionText } from '../rich/sayings.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { enlarge } from '../ui/icons.ts';
import { Mark } from '../ui/Mark.tsx';
import { letterAt } from '../ui/shapes.ts';
import { useOptionOrder } from './option-order.tsx';
import { Enlarged } from './PhonePicture.tsx';
import styles from './OptionList.module.css';

type OptionListProps = {
  options: readonly string[];
  /** By place; undefined: no option has one. */
  images?: readonly (Image | null)[] | undefined;
  picked: readonly number[];
  /** Any number may be picked. */
  several?: boolean;
  /** As many are picked as may be: no other can be, until one is taken away. */
  full?: boolean;
  hint?: string;
  onPick: (option: number) => void;
};

/** Above this many letters in one option all of them step down a size together. */
const longOption = 44;

/** Options within the thumb's reach, each with its mark. Options without words (read out aloud) are marks alone, in two columns. */
export function OptionList(props: OptionListProps) {
  const { options, images, picked, several, full, hint, onPick } = props;
  const { t } = useText();
  const [large, setLarge] = useState<Image | null>(null);
  const bare = !images && options.every((option) => option.trim() === '');
  const long = options.some((option) => option.length > longOption);
  const many = options.length > 4;
  const order = useOptionOrder(options.length);
  return (
    <div
      className={classes(
        styles.options,
        long && styles.long,
        many && styles.many,
        bare && styles.bare,
        images && styles.pictured,
      )}
    >
      {hint && (
        <p className={styles.hint} role="status">
          {hint}
        </p>
      )}
      {order.map((place) => {
        const option = options[place] ?? '';
        const on = picked.includes(place);
        const image = images?.[place];
        const inside = (
          <>
            <Mark letter={letterAt(place)} size={bare ? 72 : 40} />
            {!bare && (
              <span className={styles.words}>
                <OptionText place={place} text={option} />
              </span>
            )}
            {image && <Picture image={image} small className={styles.picture} />}
          </>
        );
        const look = classes(styles.option, on && styles.on);
        const choice = several ? (
          <label key={place} className={look}>
            <input
              className={styles.box}
              type="checkbox"
              checked={on}
              disabled={full === true && !on}
              onChange={() => onPick(place)}
            />
            {inside}
          </label>
        ) : (
          <button
            key={place}
            type="button"
            className={look}
            aria-pressed={on}
            onClick={() => onPick(place)}
          >
            {inside}
          </button>
        );
        if (!image) return choice;
        const what = `${letterAt(place).toUpperCase()} ${pictureWords(image, option)}`.trim();
        return (
          <div key={place} className={styles.tile}>
            {choice}
            <button
              type="button"
              className={styles.enlarge}
              aria-label={t('questions.phone.enlarge', { what })}
              onClick={() => setLarge(image)}
            >
              <Icon path={enlarge} size="s" />
            </button>
          </div>
        );
      })}
      {large && <Enlarged image={large} onClose={() => setLarge(null)} />}
    </div>
  );
}
