import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useErrorText } from './error-text.ts';
import { usePage } from './page.ts';
import styles from './Shell.module.css';

/** The program does not answer, or refuses everything, before anything could be shown. */
export function AwayPage({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const { t } = useText();
  const errorText = useErrorText();
  usePage(t('teacher.page.away.title'));
  return (
    <main className={styles.away}>
      <h1>{t('teacher.page.away.title')}</h1>
      <p className="soft">
        {error.code === 'unreachable' ? t('teacher.page.away.words') : errorText(error)}
      </p>
      <Button look="filled" onClick={onRetry}>
        {t('teacher.page.away.retry')}
      </Button>
    </main>
  );
}
