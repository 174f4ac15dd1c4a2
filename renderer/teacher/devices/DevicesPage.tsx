import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Device } from '../../../lan-server/contract/devices.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, LoadingFrame } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { ActList } from '../shell/ActList.tsx';
import { Done } from '../shell/Done.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { useListAct } from '../shell/list-act.ts';
import { NotFetched } from '../shell/NotFetched.tsx';
import { useNow } from '../shell/now.ts';
import { SubPage } from '../shell/SubPage.tsx';
import { deviceName } from './device-name.ts';
import { DeviceRow } from './DeviceRow.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';

/** Who can open this console now: one device or all others can be signed out. */
export function DevicesPage() {
  const { t } = useText();
  const errorText = useErrorText();
  const api = useApi();
  const now = useNow();
  const query = useQuery({
    queryKey: queryKeys.devices,
    queryFn: async () => valueOf(await api.devices()).devices,
    refetchInterval: 15_000,
  });
  const [asking, setAsking] = useState<Device | 'others' | null>(null);
  const { act, busy, done, refused } = useListAct(query.refetch);

  const others = (query.data ?? []).filter((device) => !device.thisOne);
  const signOut = async (which: Device | 'others') => {
    if (which === 'others')
      await act(api.signOutOtherDevices, (value) =>
        t('safety.devices.signedOutCount', { count: value?.signedOut ?? 0 }),
      );
    else
      await act(
        () => api.signOutDevice(which.id),
        () => t('safety.devices.signedOut', { device: deviceName(t, which) }),
      );
    setAsking(null);
  };

  const failed = query.data ? null : errorIn(query.error);
  return (
    <SubPage title={t('safety.devices.title')} words={t('safety.devices.words')}>
      {refused && (
        <ErrorNotice
          happened={t('safety.devices.failed', { reason: errorText(refused) })}
          safe={t('safety.devices.failedSafe')}
        />
      )}
      <NotFetched error={failed} onRetry={() => query.refetch()} />
      <Done>{done}</Done>
      {!query.data && !failed && <LoadingFrame count={3} />}
      {query.data && (
        <ActList label={t('safety.devices.list')}>
          {query.data.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              now={now}
              onSignOut={() => setAsking(device)}
            />
          ))}
        </ActList>
      )}
      {query.data && others.length === 0 && <p className="soft">{t('safety.devices.onlyThis')}</p>}
      {others.length > 1 && (
        <div>
          <Button look="stop" onClick={() => setAsking('others')}>
            {t('safety.devices.signOutOthers')}
          </Button>
        </div>
      )}
      {asking && (
        <SignOutDialog
          which={asking}
          others={others}
          busy={busy}
          onConfirm={() => void signOut(asking)}
          onCancel={() => setAsking(null)}
        />
      )}
    </SubPage>
  );
}
