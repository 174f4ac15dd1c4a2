import { useEffect, useRef } from 'react';
import type { Backups } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Icon, icons, Sheet } from '../../ui/index.ts';
import { useMoment } from '../shell/moment.ts';
import { useNow } from '../shell/now.ts';
import styles from './Backups.module.css';
import { isTooOld, newestGood } from './copies.ts';
import { JobProgress } from './JobProgress.tsx';
import { isRunning } from './queries.ts';
import type { FollowedJob } from './queries.ts';

/** Milliseconds before which naming the minute would promise too much. */
const soon = 5 * 60_000;

type LastGoodProps = {
  backups: Backups;
  followed: FollowedJob;
  /** It was asked for and has not begun yet. */
  asked: boolean;
  onBackUp: () => void;
};

/** How safe the data are at this moment, and the button that makes them safer. */
export function LastGood({ backups, followed, asked, onBackUp }: LastGoodProps) {
  const { t } = useText();
  const moment = useMoment();
  const now = useNow();
  const { job, away, cancel } = followed;
  const newest = newestGood(backups.backups);
  const old = isTooOld(newest, now);
  const running = isRunning(job);
  const { nextAt, problem } = backups.daily;

  const button = useRef<HTMLButtonElement>(null);
  const ranBefore = useRef(running);
  useEffect(() => {
    // Cancel has gone with the bar: whoever pressed it goes on from here.
    if (ranBefore.current && !running && document.activeElement === document.body)
      button.current?.focus({ preventScroll: true });
    ranBefore.current = running;
  }, [running]);

  const words = !newest
    ? t('safety.backups.noneWords')
    : t(old ? 'safety.backups.oldWords' : 'safety.backups.lastGoodWords');
  return (
    <Sheet as="section" pad="roomy" label={t('safety.backups.title')} className={styles.state}>
      <Icon path={newest && !old ? icons.stored : icons.alert} />
      <div className={styles.stateWords}>
        <h2>
          {!newest
            ? t('safety.backups.none')
            : t(old ? 'safety.backups.old' : 'safety.backups.lastGood', {
                when: moment(newest.madeAt),
              })}
        </h2>
        <p className="soft">{words}</p>
        {problem !== null && (
          <p className={styles.problem}>
            {t('safety.backups.dailyFailed')} {t(`safety.problem.${problem}`)}
          </p>
        )}
      </div>
      <Button ref={button} look="filled" busy={running || asked} onClick={onBackUp}>
        {t('safety.backups.now')}
      </Button>
      {/* As high with the bar as without, so that nothing below moves. */}
      <div className={styles.under}>
        {job && running ? (
          <JobProgress job={job} away={away} onCancel={cancel} />
        ) : (
          nextAt !== null && (
            <p className="small soft">
              {nextAt - now < soon
                ? t('safety.backups.nextSoon')
                : t('safety.backups.next', { when: moment(nextAt) })}
            </p>
          )
        )}
      </div>
    </Sheet>
  );
}
