import { useText } from '../../../i18n/text.tsx';
import { Button, ErrorNotice, LoadingFrame } from '../../../ui/index.ts';
import { errorIn } from '../../api-failure.ts';
import { useGo } from '../../router/go.ts';
import { paths } from '../../router/paths.ts';
import { useErrorText } from '../../shell/error-text.ts';
import { Shell } from '../../shell/Shell.tsx';
import { useClass } from '../class-queries.ts';
import { ImportDesk } from './ImportDesk.tsx';

/** Students of a class out of a list: pasted or from a file, looked at line by line, then taken over. */
export function ImportPage({ classId }: { classId: string }) {
  const { t } = useText();
  const go = useGo();
  const errorText = useErrorText();
  const klass = useClass(classId);
  const failed = klass.data ? null : errorIn(klass.error);
  return (
    <Shell>
      {failed && (
        <ErrorNotice
          happened={t('teacher.page.failed.happened', { reason: errorText(failed) })}
          safe={t('teacher.page.failed.safe')}
          action={
            <Button onClick={() => void klass.refetch()}>{t('teacher.page.failed.retry')}</Button>
          }
        />
      )}
      {!klass.data && !failed && <LoadingFrame count={4} />}
      {klass.data && (
        <ImportDesk klass={klass.data} start={null} onBack={() => go(paths.schoolClass(classId))} />
      )}
    </Shell>
  );
}
