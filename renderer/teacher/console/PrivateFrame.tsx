import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons } from '../../ui/index.ts';
import { Column } from './Column.tsx';
import styles from './PrivateFrame.module.css';

type PrivateFrameProps = {
  /** What the class says besides its answers. */
  voice: ReactNode;
  children: ReactNode;
};

/** The column that the teacher alone sees. */
export function PrivateFrame({ voice, children }: PrivateFrameProps) {
  const { t } = useText();
  return (
    <Column
      as="aside"
      heading={t('console.private.heading')}
      end={<Icon path={icons.lock} />}
      gap="large"
    >
      {voice}
      {children}
    </Column>
  );
}

/** Its sheets, one below the other. Reachable by keyboard, so that tall ones can be scrolled without a mouse. */
export function PrivateSheets({ children }: { children: ReactNode }) {
  const { t } = useText();
  return (
    <div
      className={styles.sheets}
      role="group"
      aria-label={t('console.private.heading')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </div>
  );
}
