import { useText } from '../../i18n/text.tsx';
import { ButtonLink, EmptyState } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import { usePage } from '../shell/page.ts';
import { Shell } from '../shell/Shell.tsx';
import type { Erased } from './EraseDialog.tsx';

/** What stands where a student stood. */
export function ErasedNote({ name, fresh }: Erased) {
  const { t } = useText();
  const errorText = useErrorText();
  const title = t('history.student.erased', { name });
  usePage(title);
  return (
    <Shell>
      <div role="status">
        <EmptyState
          title={title}
          step={
            <ButtonLink look="filled" href={paths.classes}>
              {t('history.student.toClasses')}
            </ButtonLink>
          }
        >
          {t('history.student.erasedWords')}{' '}
          {fresh &&
            ('error' in fresh
              ? t('history.student.freshFailed', { reason: errorText(fresh.error) })
              : t('history.student.freshRunning'))}
        </EmptyState>
      </div>
    </Shell>
  );
}
