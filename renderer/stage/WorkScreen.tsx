import type { CSSProperties } from 'react';
import type { ProjectorView } from '../../lan-server/contract/frames.ts';
import { useText } from '../i18n/text.tsx';
import { Corner } from './Corner.tsx';
import styles from './WorkScreen.module.css';

export type WallWork = Extract<ProjectorView['stage'], { at: 'work' }>;

type WorkScreenProps = { stage: WallWork; paused: boolean; timeless: boolean };

/** So many bars have their count above them and their number below without touching. */
const mostCounts = 20;
const mostNumbers = 40;

/** The class works at its own speed: how far each question has come. Never what is right, nor whose answer it is. */
export function WorkScreen({ stage, paused, timeless }: WorkScreenProps) {
  const { t, number } = useText();
  const { standing, timer, counts, seated } = stage;
  const bars = counts.flatMap((count, index) =>
    count === null ? [] : [{ count, label: index + 1 }],
  );
  const at = standing === 'released' ? 'revealed' : standing;
  return (
    <div className={styles.area}>
      <div className={styles.head}>
        <div className={styles.words}>
          <p className={styles.place}>{t('projector.work.questions', { count: bars.length })}</p>
          <h1 className={styles.title}>{t(`projector.work.${standing}`)}</h1>
        </div>
        <Corner stage={{ at, timer }} paused={paused} timeless={timeless} />
      </div>
      <figure className={styles.figure}>
        <figcaption className={styles.caption}>{t('projector.work.caption')}</figcaption>
        <ol className={styles.bars}>
          {bars.map(({ count, label }) => {
            const share = seated === 0 ? 0 : Math.min(1, count / seated);
            const shown = bars.length <= mostNumbers || label === 1 || label % 5 === 0;
            return (
              <li
                key={label}
                className={styles.bar}
                aria-label={t('projector.work.bar', { number: label, count })}
              >
                {bars.length <= mostCounts && (
                  <span className={styles.count} aria-hidden="true">
                    {number(count)}
                  </span>
                )}
                <span className={styles.track} aria-hidden="true">
                  <span className={styles.fill} style={{ '--share': share } as CSSProperties} />
                </span>
                <span className={styles.number} aria-hidden="true">
                  {shown && <span>{label}</span>}
                </span>
              </li>
            );
          })}
        </ol>
      </figure>
    </div>
  );
}
