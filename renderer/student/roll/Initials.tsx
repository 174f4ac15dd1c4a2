import styles from './roll.module.css';

/** The first letters of a name in a circle; only drawn, the name stands beside it. */
export function Initials({
  name,
  large = false,
}: {
  name: string;
  seed?: string;
  large?: boolean;
}) {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined]
    .map((word) => (word ? Array.from(word)[0] : ''))
    .join('')
    .toLocaleUpperCase();
  return (
    <span
      className={large ? `${styles.initials} ${styles.large}` : styles.initials}
      aria-hidden="true"
    >
      {letters}
    </span>
  );
}
