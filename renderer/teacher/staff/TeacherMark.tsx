import { classes } from '../../ui/index.ts';
import styles from './TeacherMark.module.css';

const colours = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** First letters of the first and the last word: “Ana Pérez” is AP. Of titles (Ms, Sr., Dra.) none. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first, ...rest] = words.length > 1 ? words.filter((word) => !isTitle(word)) : words;
  const letters = [first ?? words[0] ?? '', rest.at(-1) ?? ''].map(
    (word) => /^./u.exec(word)?.[0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
}

function isTitle(word: string): boolean {
  return /^(ms|mr|mrs|mx|dr|dra|sr|sra|srta|prof|profa)\.?$/iu.test(word);
}

/** The picture of a teacher: initials on a colour that stays theirs. The name stands beside it. */
export function TeacherMark({ id, name, large }: { id: string; name: string; large?: boolean }) {
  // FNV-1a: ids that are alike get colours that are not.
  let hash = 0x811c9dc5;
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const colour = colours[(hash >>> 8) % colours.length] ?? 'a';
  return (
    <span
      aria-hidden="true"
      className={classes(styles.mark, styles[colour], large && styles.large)}
    >
      {initialsOf(name)}
    </span>
  );
}
