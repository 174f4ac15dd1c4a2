import { LoadingFrame } from '../../ui/index.ts';
import styles from './Shell.module.css';

/** The frame of a page that is being fetched. */
export function PageLoading() {
  return (
    <main className={styles.loading}>
      <LoadingFrame shape="title" />
    </main>
  );
}
