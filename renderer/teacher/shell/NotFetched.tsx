import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, Notice } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useErrorText } from './error-text.ts';

/** What a page shows could not be fetched: why, and the way to try again, or that it is an admin's alone. Nothing where `error` is null. */
export function NotFetched({ error, onRetry }: { error: ApiError | null; onRetry: () => unknown }) {
  const { t } = useText();
  const errorText = useErrorText();
  // Trying again would not change who may.
  if (error?.code === 'forbidden')
    return <Notice tone="warn">{t('staff.teachers.adminsOnly')}</Notice>;
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
