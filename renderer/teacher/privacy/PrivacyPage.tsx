import { useQuery } from '@tanstack/react-query';
import type { Privacy } from '../../../lan-server/contract/history.ts';
import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Link, LoadingFrame, Sheet, Table } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { paths } from '../router/paths.ts';
import { useTeacher } from '../session/teacher.tsx';
import { NotFetched } from '../shell/NotFetched.tsx';
import { SubPage } from '../shell/SubPage.tsx';
import { useWhen } from '../shell/when.ts';
import styles from './PrivacyPage.module.css';

/** What is kept of students, for how long, and what goes next. */
export function PrivacyPage() {
  const { t } = useText();
  const api = useApi();
  const query = useQuery({
    queryKey: queryKeys.privacy,
    queryFn: async () => valueOf(await api.privacy()),
  });
  const failed = query.data ? null : errorIn(query.error);
  return (
    <SubPage title={t('history.privacy.title')} words={t('history.privacy.words')}>
      <NotFetched error={failed} onRetry={() => query.refetch()} />
      {!query.data && !failed && <LoadingFrame count={4} />}
      {query.data && <Retention {...query.data} />}
      <Sheet as="section" pad="roomy" label={t('history.privacy.where')} className={styles.sheet}>
        <h2>{t('history.privacy.where')}</h2>
        <ul className={styles.list}>
          {(['keptLessons', 'keptPeople', 'keptNot', 'keptPhones', 'keptBackups'] as const).map(
            (what) => (
              <li key={what}>{t(`history.privacy.${what}`)}</li>
            ),
          )}
        </ul>
      </Sheet>
      <Sheet as="section" pad="roomy" label={t('history.privacy.one')} className={styles.sheet}>
        <h2>{t('history.privacy.one')}</h2>
        <p className="soft">{t('history.privacy.oneWords')}</p>
      </Sheet>
    </SubPage>
  );
}

function Retention({ days, coming }: Privacy) {
  const { t } = useText();
  const { role } = useTeacher();
  return (
    <Sheet as="section" pad="roomy" label={t('history.privacy.retention')} className={styles.sheet}>
      <h2>{t('history.privacy.retention')}</h2>
      <p>
        <b>
          {days === null ? t('history.privacy.never') : t('history.privacy.days', { count: days })}
        </b>
      </p>
      <p className="soft">
        {days === null && <>{t('history.privacy.ifSet')} </>}
        {t('history.privacy.what')}
      </p>
      <p className="soft">{t('history.privacy.notice')}</p>
      {role === 'admin' && (
        <p>
          <ButtonLink href={paths.school}>{t('history.privacy.set')}</ButtonLink>
        </p>
      )}
      {days !== null && (
        <>
          <h3>{t('history.privacy.coming')}</h3>
          {coming.length === 0 ? (
            <p className="soft">{t('history.privacy.none')}</p>
          ) : (
            <Coming coming={coming} />
          )}
        </>
      )}
    </Sheet>
  );
}

function Coming({ coming }: Pick<Privacy, 'coming'>) {
  const { t, number, date } = useText();
  const when = useWhen();
  const day = (at: number) => date(at, { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <Table caption={t('history.privacy.coming')} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t('history.privacy.lesson')}</th>
          <th scope="col">{t('history.privacy.ended')}</th>
          <th scope="col" data-figure>
            {t('history.privacy.students')}
          </th>
          <th scope="col">{t('history.privacy.goes')}</th>
        </tr>
      </thead>
      <tbody>
        {coming.map(({ lessonId, title, endedAt, seats, goesAt }) => (
          <tr key={lessonId}>
            <th scope="row">
              {title === null ? (
                t('history.privacy.colleague')
              ) : (
                <Link href={paths.results(lessonId)}>{title || t('results.list.untitled')}</Link>
              )}
            </th>
            <td>{when(endedAt)}</td>
            <td data-figure>{number(seats)}</td>
            <td>{day(goesAt)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
