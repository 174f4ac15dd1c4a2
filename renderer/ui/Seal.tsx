import { useText } from '../i18n/text.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { check, held, stored } from './icons.ts';
import styles from './Seal.module.css';

type SealProps = {
  /** stored: on the laptop's disk. held: still on this device. right: only after the reveal. */
  state: 'stored' | 'held' | 'right';
  small?: boolean;
  /** Words beside it say the same. */
  silent?: boolean;
  className?: string | undefined;
};

const paths = { stored, held, right: check };

/** The seal on an answer. Square before the reveal, round after: the two ticks are never confused. */
export function Seal({ state, small, silent, className }: SealProps) {
  const { t } = useText();
  return (
    <span
      className={classes(
        styles.seal,
        small && styles.small,
        state !== 'stored' && styles[state],
        className,
      )}
    >
      <Icon
        path={paths[state]}
        className={styles.icon}
        {...(silent ? {} : { label: t(`ui.phone.${state}`) })}
      />
    </span>
  );
}
