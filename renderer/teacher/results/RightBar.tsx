import { useText } from '../../i18n/text.tsx';
import { Meter } from '../../ui/index.ts';
import { fewAnswers } from '../answers/few.ts';
import { reteachBelow, rightShare } from './figures.ts';
import type { ItemResult } from './figures.ts';
import styles from './RightBar.module.css';

/** How many were right: bar, share, count. Below ten answers the count stands alone. */
export function RightBar({ item }: { item: ItemResult }) {
  const { t, percent } = useText();
  const share = rightShare(item);
  if (share === null) return null;
  const { answered } = item;
  return (
    <span className={styles.right}>
      <Meter className={styles.bar} share={share} warn={share < reteachBelow} />
      {answered >= fewAnswers && <b className={styles.share}>{percent(share)}</b>}
      <span className={styles.count}>
        {t('results.items.rightOf', { right: item.right ?? 0, answered })}
      </span>
    </span>
  );
}
