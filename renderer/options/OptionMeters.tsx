import { useText } from '../i18n/text.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Meter } from '../ui/Meter.tsx';
import { countWords, fullBar } from './count-words.ts';
import type { OptionRow } from './option-row.ts';
import styles from './OptionMeters.module.css';

type OptionMetersProps = {
  rows: readonly OptionRow[];
  /** Students who answered. */
  total: number;
};

/** Results in the console's column: mark, bar, count. The words stand beside them on the page already. */
export function OptionMeters({ rows, total }: OptionMetersProps) {
  const text = useText();
  const full = fullBar(
    rows.map((row) => row.count),
    total,
  );
  return (
    <ol className={styles.meters}>
      {rows.map((row) => {
        const words = countWords(row.count, total, text);
        return (
          <li key={row.letter} className={styles.row}>
            <Mark letter={row.letter} size={22} keyed={row.keyed} />
            <Meter share={row.count / full} letter={row.letter} height={12} bare />
            <span className={styles.value}>
              <b>{words.count}</b>
              {words.percent && ` · ${words.percent}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
