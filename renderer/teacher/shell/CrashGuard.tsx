import { Component } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice } from '../../ui/index.ts';
import styles from './Shell.module.css';

function Crashed() {
  const { t } = useText();
  return (
    <main className={styles.away}>
      <ErrorNotice
        happened={t('teacher.page.crashed.happened')}
        safe={t('teacher.page.crashed.safe')}
        action={
          <Button onClick={() => window.location.reload()}>
            {t('teacher.page.crashed.reload')}
          </Button>
        }
      />
    </main>
  );
}

/** A fault while drawing leaves a sentence and a way on, never an empty window. */
export class CrashGuard extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}
