import type { ApiKey } from '../../../lan-server/contract/keys.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Pill } from '../../ui/index.ts';
import { ActRow } from '../shell/ActList.tsx';
import { useMoment } from '../shell/moment.ts';
import styles from './KeysPage.module.css';
import { scopeWords } from './scopes.ts';

type KeyRowProps = {
  apiKey: ApiKey;
  /** In ms since 1970. */
  now: number;
  onRevoke: () => void;
  onDelete: () => void;
};

/** One key: what it may do, until when, and whether it still opens anything. */
export function KeyRow({ apiKey, now, onRevoke, onDelete }: KeyRowProps) {
  const { t, date } = useText();
  const moment = useMoment();
  const { name, start, scopes, teacher, createdAt, expiresAt, lastUsedAt, revokedAt, works } =
    apiKey;
  // The list says whether a key works; why it does not, the rest of the row tells.
  const expired = !works && revokedAt === null && expiresAt <= now;
  const why =
    revokedAt === null
      ? expired
        ? 'api.keys.expired'
        : 'api.keys.teacherGone'
      : 'api.keys.revoked';
  const end =
    revokedAt === null
      ? t(expired ? 'api.keys.ended' : 'api.keys.until', { when: date(expiresAt) })
      : t('api.keys.revokedAt', { when: moment(revokedAt) });
  const used =
    lastUsedAt === null
      ? t('api.keys.neverUsed')
      : t('api.keys.used', { when: moment(lastUsedAt) });

  return (
    <ActRow
      high
      name={name}
      pill={<Pill tone={works ? 'good' : 'plain'}>{t(works ? 'api.keys.works' : why)}</Pill>}
      act={
        works ? (
          <Button aria-label={t('api.keys.revokeNamed', { name })} onClick={onRevoke}>
            {t('api.keys.revoke')}
          </Button>
        ) : (
          <Button aria-label={t('api.keys.deleteNamed', { name })} onClick={onDelete}>
            {t('api.keys.delete')}
          </Button>
        )
      }
    >
      <p className={styles.scopes}>{scopes.map((scope) => t(scopeWords[scope])).join(' · ')}</p>
      <p className="small soft">
        {t('api.keys.actsAs', { teacher })} · {t('api.keys.begins', { start: `${start}…` })}
      </p>
      <p className="small soft">
        {t('api.keys.made', { when: moment(createdAt) })} · {end} · {used}
      </p>
    </ActRow>
  );
}
