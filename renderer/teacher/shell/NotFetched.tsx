import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useErrorText } from './error-text.ts';

/** What a page shows could not be fetched: why, and the way to try again. Nothing where `error` is null. */
export function NotFetched({ error, onRetry }: { error: ApiError | null; onRetry: () => unknown }) {
  const { t } = useText();
  const errorText = useErrorText();
  return (
    error && (
      <ErrorNotice
        happened={t('teacher.page.failed.happened', { reason: errorText(error) })}
        safe={t('teacher.page.failed.safe')}
        action={<Button onClick={() => void onRetry()}>{t('teacher.page.failed.retry')}</Button>}
      />
    )
  );
}
