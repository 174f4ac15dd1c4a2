import styles from './Rating.module.css';

/** The word at each end of the scale, under its figures. */
export function ScaleEnds({ low, high }: { low: string; high: string }) {
  if (low === '' && high === '') return null;
  return (
    <p className={styles.ends}>
      <span>{low}</span>
      <span>{high}</span>
    </p>
  );
}
