import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClassSummary } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, classes, Icon, icons, Link, Pill } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { queryKeys } from '../query-keys.ts';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';
import { ListPage } from '../shell/ListPage.tsx';
import rows from '../shell/Rows.module.css';
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
  const query = useClasses();
  const [making, setMaking] = useState(false);

  return (
    <>
      <ListPage
        title={t('classes.list.title')}
        query={query}
        rows={4}
        make={
          <Button look="filled" icon={<Icon path={icons.plus} />} onClick={() => setMaking(true)}>
            {t('classes.list.make')}
          </Button>
        }
        empty={{ title: t('classes.list.empty'), words: t('classes.list.emptyWords') }}
        search={{
          label: t('classes.list.find'),
          find: (all, wanted) => findAmong(all, wanted, ({ name, subject }) => [name, subject]),
          found: (count) => t('classes.list.found', { count }),
          nothing: (text) => t('classes.list.nothing', { text }),
          all: t('classes.list.all'),
        }}
      >
        {(found, wanted) => <Found all={found} searching={wanted !== ''} />}
      </ListPage>
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
    </>
  );
}

function Found({ all, searching }: { all: readonly ClassSummary[]; searching: boolean }) {
  const { t } = useText();
  const present = all.filter(({ archivedAt }) => archivedAt === null);
  const archived = all.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <>
      {present.length > 0 && <ClassList all={present} label={t('classes.list.label')} />}
      {archived.length > 0 && (
        <details className={styles.folded} open={searching}>
          <summary>{t('classes.list.archived', { count: archived.length })}</summary>
          <ClassList all={archived} label={t('classes.list.archivedLabel')} />
        </details>
      )}
    </>
  );
}

function ClassList({ all, label }: { all: readonly ClassSummary[]; label: string }) {
  const { t } = useText();
  return (
    <ul aria-label={label}>
      {all.map(({ id, name, subject, students, sections, relation, owner }) => (
        <li key={id} className={classes(rows.row, styles.row)}>
          <div className={rows.what}>
            <Link className={rows.title} href={paths.schoolClass(id)}>
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
