import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons, Link, LoadingFrame } from '../../ui/index.ts';
import { errorIn } from '../api-failure.ts';
import { paths } from '../router/paths.ts';
import { NotFetched } from '../shell/NotFetched.tsx';
import { usePage } from '../shell/page.ts';
import { Shell } from '../shell/Shell.tsx';
import { useClass } from './class-queries.ts';
import { ClassDesk } from './ClassDesk.tsx';
import styles from './Classes.module.css';
import { ImportDesk } from './import/ImportDesk.tsx';

/** One class: who is in it, and everything that is done to them. */
export function ClassPage({ classId }: { classId: string }) {
  const { t } = useText();
  const klass = useClass(classId);
  usePage(klass.data?.name ?? t('classes.list.title'));
  const [pasted, setPasted] = useState<string | null>(null);
  const failed = klass.data ? null : errorIn(klass.error);
  if (klass.data && pasted !== null)
    return (
      <Shell>
        <ImportDesk klass={klass.data} start={pasted} onBack={() => setPasted(null)} />
      </Shell>
    );
  return (
    <Shell>
      <Link className={styles.back} href={paths.classes}>
        <Icon path={icons.arrowLeft} size="s" />
        {t('classes.page.back')}
      </Link>
      <NotFetched error={failed} onRetry={() => klass.refetch()} />
      {!klass.data && !failed && <LoadingFrame count={8} />}
      {klass.data && <ClassDesk klass={klass.data} onPasted={setPasted} />}
    </Shell>
  );
}
