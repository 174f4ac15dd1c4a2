import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.tsx';
import { icons, Rail } from '../../ui/index.ts';
import { useNetwork } from '../queries.ts';
import { paths } from '../router/paths.ts';
import { TeacherMenu } from '../staff/TeacherMenu.tsx';
import { AwayNotice, useAway } from './AwayNotice.tsx';
import { NetworkState } from './NetworkState.tsx';
import styles from './Shell.module.css';

/** The pages around the lesson: the rail at the side, the state of the network at its foot. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useText();
  // wouter gives the address under its base.
  const [place] = useLocation();
  const network = useNetwork();
  const away = useAway();

  const items = [
    { href: paths.home, label: t('teacher.nav.home'), icon: icons.home, current: place === '/' },
    {
      href: paths.library,
      label: t('teacher.nav.library'),
      icon: icons.book,
      current: place.startsWith('/library'),
    },
    {
      href: paths.classes,
      label: t('teacher.nav.classes'),
      icon: icons.users,
      current: place.startsWith('/classes') || place.startsWith('/students'),
    },
    {
      href: paths.schedule,
      label: t('schedule.title'),
      icon: icons.clock,
      current: place.startsWith('/schedule'),
    },
    {
      href: paths.resultsList,
      label: t('teacher.nav.results'),
      icon: icons.chart,
      current: place.startsWith('/results'),
    },
    {
      href: paths.settings,
      label: t('teacher.nav.settings'),
      icon: icons.gear,
      current: place.startsWith('/settings'),
    },
  ];

  return (
    <div className={styles.shell}>
      <div className={styles.rail}>
        <Rail
          items={items}
          foot={
            <>
              <TeacherMenu />
              <NetworkState network={network.data ?? null} away={away} />
            </>
          }
        />
      </div>
      <main className={styles.main}>
        <AwayNotice className={styles.banner} />
        {children}
      </main>
    </div>
  );
}
