import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { ErrorNotice, Switch } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import styles from './ReleaseSwitch.module.css';

/** Lets students read their own results of a lesson that is over. */
export function ReleaseSwitch({ lessonId }: { lessonId: LessonId }) {
  const { t } = useText();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const [refused, setRefused] = useState<ApiError | null>(null);
  const key = queryKeys.released(lessonId);
  const query = useQuery({
    queryKey: key,
    queryFn: async () => valueOf(await api.released(lessonId)),
  });
  // Without a list of names nobody can be told apart.
  if (!query.data?.list) return null;
  const { released } = query.data;
  const change = async (wanted: boolean) => {
    setRefused(null);
    const result = await api.release(lessonId, { released: wanted });
    if (result.ok) queryClient.setQueryData(key, { ...query.data, ...result.value });
    else setRefused(result.error);
  };
  return (
    <div className={styles.place}>
      <Switch
        checked={released}
        onChange={(wanted) => void change(wanted)}
        label={t('history.release.label')}
      />
      <p className="small soft">{t(released ? 'history.release.on' : 'history.release.off')}</p>
      {refused && (
        <ErrorNotice
          happened={t('history.release.failed', { reason: errorText(refused) })}
          safe={t('history.release.safe')}
        />
      )}
    </div>
  );
}
