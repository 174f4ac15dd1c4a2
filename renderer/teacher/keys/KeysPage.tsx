import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey, MadeKey } from '../../../lan-server/contract/keys.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  EmptyState,
  ErrorNotice,
  Icon,
  icons,
  LoadingFrame,
} from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { ActList } from '../shell/ActList.tsx';
import { Done } from '../shell/Done.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { useListAct } from '../shell/list-act.ts';
import { useTeacher } from '../session/teacher.tsx';
import { NotFetched } from '../shell/NotFetched.tsx';
import { useNow } from '../shell/now.ts';
import { SubPage } from '../shell/SubPage.tsx';
import { KeyRow } from './KeyRow.tsx';
import styles from './KeysPage.module.css';
import { MadeSecret } from './MadeSecret.tsx';
import { MakeKeyDialog } from './MakeKeyDialog.tsx';

/** What is about to be done to a key. */
type Asking = { act: 'revoke' | 'delete'; key: ApiKey };

/** Keys of the school's own scripts: made, shown once, revoked, deleted. */
export function KeysPage() {
  const { t, language } = useText();
  const errorText = useErrorText();
  const api = useApi();
  const now = useNow();
  const { role } = useTeacher();
  const query = useQuery({
    queryKey: queryKeys.keys,
    queryFn: async () => valueOf(await api.keys()),
  });
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { act, busy, done, setDone, refused } = useListAct(query.refetch);

  const settle = async ({ act: what, key }: Asking) => {
    const settled = await act<unknown>(
      () => (what === 'revoke' ? api.revokeKey(key.id) : api.deleteKey(key.id)),
      () =>
        t(what === 'revoke' ? 'api.keys.nowRevoked' : 'api.keys.nowDeleted', { name: key.name }),
    );
    setAsking(null);
    if (settled && made?.key.id === key.id) setMade(null);
  };

  const failed = query.data ? null : errorIn(query.error);
  const revoking = asking?.act === 'revoke';
  return (
    <SubPage title={t('api.keys.title')} words={t('api.keys.words')}>
      <div className={styles.acts}>
        {role === 'admin' && (
          <Button
            look="filled"
            icon={<Icon path={icons.plus} />}
            onClick={() => {
              setDone('');
              setMaking(true);
            }}
          >
            {t('api.keys.make')}
          </Button>
        )}
        <ButtonLink
          href={`/api/docs?lang=${language}`}
          target="_blank"
          rel="noreferrer"
          icon={<Icon path={icons.book} />}
        >
          {t('api.keys.docs')}
        </ButtonLink>
      </div>
      {made && <MadeSecret made={made} onDone={() => setMade(null)} />}
      {refused && (
        <ErrorNotice
          happened={t('api.keys.failed', { reason: errorText(refused) })}
          safe={t('api.keys.failedSafe')}
        />
      )}
      <NotFetched error={failed} onRetry={() => query.refetch()} />
      <Done>{done}</Done>
      {!query.data && !failed && <LoadingFrame count={2} />}
      {query.data?.length === 0 && (
        <EmptyState title={t('api.keys.empty')}>{t('api.keys.emptyWords')}</EmptyState>
      )}
      {query.data && query.data.length > 0 && (
        <ActList label={t('api.keys.list')}>
          {query.data.map((key) => (
            <KeyRow
              key={key.id}
              apiKey={key}
              now={now}
              onRevoke={() => setAsking({ act: 'revoke', key })}
              onDelete={() => setAsking({ act: 'delete', key })}
            />
          ))}
        </ActList>
      )}
      {making && (
        <MakeKeyDialog
          onMade={(fresh) => {
            setMade(fresh);
            setMaking(false);
            void query.refetch();
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {asking && (
        <ConfirmDialog
          open
          stop
          busy={busy}
          title={t(revoking ? 'api.keys.revokeAsk' : 'api.keys.deleteAsk', {
            name: asking.key.name,
          })}
          confirm={t(revoking ? 'api.keys.revoke' : 'api.keys.delete')}
          onConfirm={() => void settle(asking)}
          onCancel={() => setAsking(null)}
        >
          {t(revoking ? 'api.keys.revokeWords' : 'api.keys.deleteWords')}
        </ConfirmDialog>
      )}
    </SubPage>
  );
}
