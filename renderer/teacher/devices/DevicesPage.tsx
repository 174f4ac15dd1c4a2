import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Device } from '../../../lan-server/contract/devices.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, LoadingFrame, Sheet } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import { useNow } from '../shell/now.ts';
import { SubPage } from '../shell/SubPage.tsx';
import { deviceName } from './device-name.ts';
import { DeviceRow } from './DeviceRow.tsx';
import styles from './DevicesPage.module.css';
import { SignOutDialog } from './SignOutDialog.tsx';

/** Who can open this console now: one device or all others can be signed out. */
export function DevicesPage() {
  const { t } = useText();
  const api = useApi();
  const now = useNow();
  const errorText = useErrorText();
  const query = useQuery({
    queryKey: queryKeys.devices,
    queryFn: async () => valueOf(await api.devices()).devices,
    refetchInterval: 15_000,
  });
  const [asking, setAsking] = useState<Device | 'others' | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const [refused, setRefused] = useState<ApiError | null>(null);

  const others = (query.data ?? []).filter((device) => !device.thisOne).length;
  const signOut = async (which: Device | 'others') => {
    setBusy(true);
    setDone('');
    const result =
      which === 'others' ? await api.signOutOtherDevices() : await api.signOutDevice(which.id);
    await query.refetch();
    setBusy(false);
    setAsking(null);
    // Signed out from elsewhere in the meantime: what was wanted is so.
    const gone = !result.ok && result.error.code === 'not_found';
    setRefused(result.ok || gone ? null : result.error);
    if (!result.ok && !gone) return;
    setDone(
      which === 'others'
        ? t('safety.devices.signedOutCount', {
            count: result.ok && result.value ? result.value.signedOut : 0,
          })
        : t('safety.devices.signedOut', { device: deviceName(t, which) }),
    );
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
      {failed && (
        <ErrorNotice
          happened={t('teacher.page.failed.happened', { reason: errorText(failed) })}
          safe={t('teacher.page.failed.safe')}
          action={
            <Button onClick={() => void query.refetch()}>{t('teacher.page.failed.retry')}</Button>
          }
        />
      )}
      <p role="status" className={styles.done}>
        {done}
      </p>
      {!query.data && !failed && <LoadingFrame count={3} />}
      {query.data && (
        <Sheet pad="none" className={styles.sheet}>
          <ul aria-label={t('safety.devices.list')}>
            {query.data.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                now={now}
                onSignOut={() => setAsking(device)}
              />
            ))}
          </ul>
        </Sheet>
      )}
      {query.data && others === 0 && <p className="soft">{t('safety.devices.onlyThis')}</p>}
      {others > 1 && (
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
