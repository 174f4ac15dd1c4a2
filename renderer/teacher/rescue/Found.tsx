import type { Rescue } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import { useBytes } from '../backups/words.ts';
import { Icon, icons, Notice } from '../../ui/index.ts';
import { useMoment } from '../shell/moment.ts';
import styles from './RescuePage.module.css';

/** What was found, that nothing was changed, and the facts for who knows about it. */
export function Found({ problem }: { problem: NonNullable<Rescue['problem']> }) {
  const { t } = useText();
  const moment = useMoment();
  const bytes = useBytes();
  const facts = [
    [t('safety.rescue.file'), problem.file],
    [t('safety.rescue.size'), bytes(problem.bytes)],
    problem.lastWrittenAt !== null && [t('safety.rescue.written'), moment(problem.lastWrittenAt)],
    problem.detail !== '' && [t('safety.rescue.says'), problem.detail],
  ].filter((fact) => fact !== false);

  return (
    <>
      <p>
        {t(`safety.rescue.found.${problem.code}`)}
        {problem.notedAt !== null &&
          ` ${t('safety.rescue.notedAt', { when: moment(problem.notedAt) })}`}
      </p>
      <Notice tone="go" icon={<Icon path={icons.stored} />}>
        {t('safety.rescue.untouched')}
      </Notice>
      {problem.code === 'database_newer' && (
        <p>
          <b>{t('safety.rescue.newerFirst')}</b>
        </p>
      )}
      <details className={styles.details}>
        <summary>{t('safety.rescue.details')}</summary>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
