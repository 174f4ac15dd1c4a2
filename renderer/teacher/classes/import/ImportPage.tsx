import { LoadingFrame } from '../../../ui/index.ts';
import { errorIn } from '../../api-failure.ts';
import { useGo } from '../../router/go.ts';
import { paths } from '../../router/paths.ts';
import { NotFetched } from '../../shell/NotFetched.tsx';
import { Shell } from '../../shell/Shell.tsx';
import { useClass } from '../class-queries.ts';
import { ImportDesk } from './ImportDesk.tsx';

/** Students of a class out of a list: pasted or from a file, looked at line by line, then taken over. */
export function ImportPage({ classId }: { classId: string }) {
  const go = useGo();
  const klass = useClass(classId);
  const failed = klass.data ? null : errorIn(klass.error);
  return (
    <Shell>
      <NotFetched error={failed} onRetry={() => klass.refetch()} />
      {!klass.data && !failed && <LoadingFrame count={4} />}
      {klass.data && (
        <ImportDesk klass={klass.data} start={null} onBack={() => go(paths.schoolClass(classId))} />
      )}
    </Shell>
  );
}
