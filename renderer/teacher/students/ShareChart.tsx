import type { StudentLesson } from '../../../lan-server/contract/history.ts';
import { BarCanvas } from '../../charts/BarCanvas.tsx';
import { useText } from '../../i18n/text.tsx';
import { shareOf } from './figures.ts';
import styles from './ShareChart.module.css';

/** More bars than these are too thin to see. */
const most = 24;

/** The share of right answers of the newest lessons, the oldest first. The table beside it says the same in figures. */
export function ShareChart({ lessons }: { lessons: readonly StudentLesson[] }) {
  const { t } = useText();
  const shares = lessons.flatMap((lesson) => shareOf(lesson) ?? []).slice(-most);
  // One bar is no course.
  if (shares.length < 2) return null;
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h2>{t('history.student.chart')}</h2>
        <p className="small soft">{t('history.student.chartWords')}</p>
      </figcaption>
      <BarCanvas
        along="y"
        values={shares}
        full={1}
        colours={shares.map(() => '--accent' as const)}
        className={styles.chart}
      />
    </figure>
  );
}
