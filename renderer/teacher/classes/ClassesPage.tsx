import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClassSummary } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  EmptyState,
  ErrorNotice,
  Icon,
  icons,
  Link,
  LoadingFrame,
  Pill,
  SearchBox,
} from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import { usePage } from '../shell/page.ts';
import { Shell } from '../shell/Shell.tsx';
import { useClasses } from './class-queries.ts';
import styles from './Classes.module.css';
import { ClassWordsDialog } from './ClassWordsDialog.tsx';
import { findAmong } from './find-students.ts';

/** All classes by name; archived ones lie folded at the foot. */
export function ClassesPage() {
  const { t } = useText();
  const api = useApi();
  const go = useGo();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const classes = useClasses();
  const [wanted, setWanted] = useState('');
  const [making, setMaking] = useState(false);
  usePage(t('classes.list.title'));

  const failed = classes.data ? null : errorIn(classes.error);
  const found = findAmong(classes.data ?? [], wanted, ({ name, subject }) => [name, subject]);
  const present = found.filter(({ archivedAt }) => archivedAt === null);
  const archived = found.filter(({ archivedAt }) => archivedAt !== null);
  const some = (classes.data ?? []).length > 0;
  const make = (
    <Button look="filled" icon={<Icon path={icons.plus} />} onClick={() => setMaking(true)}>
      {t('classes.list.make')}
    </Button>
  );

  return (
    <Shell>
      <header className={styles.header}>
        <h1>{t('classes.list.title')}</h1>
        {some && (
          <>
            <SearchBox
              label={t('classes.list.find')}
              value={wanted}
              onChange={setWanted}
              shortcut="/"
            />
            {make}
          </>
        )}
      </header>
      {failed && (
        <ErrorNotice
          happened={t('teacher.page.failed.happened', { reason: errorText(failed) })}
          safe={t('teacher.page.failed.safe')}
          action={
            <Button onClick={() => void classes.refetch()}>{t('teacher.page.failed.retry')}</Button>
          }
        />
      )}
      {!classes.data && !failed && <LoadingFrame count={4} />}
      {classes.data && !some && (
        <EmptyState title={t('classes.list.empty')} step={make}>
          {t('classes.list.emptyWords')}
        </EmptyState>
      )}
      {some && found.length === 0 && (
        <EmptyState
          title={t('classes.list.nothing', { text: wanted.trim() })}
          step={<Button onClick={() => setWanted('')}>{t('classes.list.all')}</Button>}
        />
      )}
      {some && (
        <p className="sr" role="status">
          {wanted.trim() !== '' && t('classes.list.found', { count: found.length })}
        </p>
      )}
      {present.length > 0 && <ClassList classes={present} label={t('classes.list.label')} />}
      {archived.length > 0 && (
        <details className={styles.folded} open={wanted.trim() !== ''}>
          <summary>{t('classes.list.archived', { count: archived.length })}</summary>
          <ClassList classes={archived} label={t('classes.list.archivedLabel')} />
        </details>
      )}
      {making && (
        <ClassWordsDialog
          title={t('classes.make.title')}
          go={t('classes.make.go')}
          onClose={() => setMaking(false)}
          onSave={async (words) => {
            const result = await api.makeClass(words);
            if (!result.ok) return result.error;
            await queryClient.invalidateQueries({ queryKey: queryKeys.classes });
            go(paths.schoolClass(result.value.id));
            return null;
          }}
        />
      )}
    </Shell>
  );
}

function ClassList({ classes, label }: { classes: readonly ClassSummary[]; label: string }) {
  const { t } = useText();
  return (
    <ul aria-label={label} className={styles.list}>
      {classes.map(({ id, name, subject, students, sections, relation, owner }) => (
        <li key={id} className={styles.row}>
          <div className={styles.what}>
            <Link className={styles.title} href={paths.schoolClass(id)}>
              {name}
            </Link>
            {relation === 'coTeacher' && <Pill>{t('classes.list.shared')}</Pill>}
            <p className="small soft">
              {[
                subject,
                t('classes.list.students', { count: students }),
                sections > 0 && t('classes.list.sections', { count: sections }),
                relation !== 'owner' && t('classes.list.of', { name: owner.name }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
