import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { useCountdown } from '../ui/countdown.ts';
import { Icon } from '../ui/Icon.tsx';
import { clock, wall, wifi } from '../ui/icons.ts';
import type { PhoneLink } from './link.ts';
import { PhoneButton } from './PhoneButton.tsx';
import styles from './screens.module.css';

type OfflineTrayProps = {
  link: PhoneLink;
  /** Since when an answer is kept here, ms since 1970; null: none is. */
  keptAt: number | null;
  onTryNow: () => void;
  /** Another button, beside “Try now”. */
  children?: ReactNode;
};

const toTheSecond: Intl.DateTimeFormatOptions = {
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
};

/** What happens by itself while the laptop is not to be found, and what a student can check. */
export function OfflineTray({ link, keptAt, onTryNow, children }: OfflineTrayProps) {
  const { t, date } = useText();
  const left = useCountdown(link.nextTryAt);
  const next =
    left === null || left === 0
      ? t('student.offline.trying')
      : t('student.offline.nextTry', { seconds: Math.ceil(left / 1000) });
  return (
    <>
      <ul className={styles.checks}>
        {link.is !== 'online' && (
          <li>
            <Icon path={wifi} />
            <span>{t('student.offline.wifi')}</span>
          </li>
        )}
        <li>
          <Icon path={clock} />
          <span className="tnum">
            {keptAt === null
              ? next
              : t('student.offline.since', { time: date(keptAt, toTheSecond), next })}
          </span>
        </li>
        {link.away && (
          <li>
            <Icon path={wall} />
            <span>{t('student.offline.moved', { seat: link.away.seat })}</span>
          </li>
        )}
      </ul>
      {link.away?.elsewhere && (
        <a
          className={styles.elsewhere}
          href={link.away.elsewhere.url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('student.offline.elsewhere', { name: link.away.elsewhere.name })}
        </a>
      )}
      <div className={styles.beside}>
        <PhoneButton look="bordered" onClick={onTryNow}>
          {t('student.offline.tryNow')}
        </PhoneButton>
        {children}
      </div>
    </>
  );
}
