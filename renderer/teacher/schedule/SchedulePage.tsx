import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, EmptyState, Icon, icons, LoadingFrame } from '../../ui/index.ts';
import { errorIn } from '../api-failure.ts';
import { NotFetched } from '../shell/NotFetched.tsx';
import { usePage } from '../shell/page.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { Shell } from '../shell/Shell.tsx';
import { StartLessonDialog } from '../start/StartLessonDialog.tsx';
import { dayAfter } from './plan-draft.ts';
import { PlannedList } from './PlannedList.tsx';
import { useSchedule } from './queries.ts';

/** How far back the list goes when it is asked to. */
const daysBack = 28;

/** All lessons in time, day by day. */
export function SchedulePage() {
  const { t } = useText();
  const [before, setBefore] = useState<string | null>(null);
  const schedule = useSchedule(before === null ? {} : { from: before });
  const [planning, setPlanning] = useState(false);
  usePage(t('schedule.title'));

  const failed = errorIn(schedule.error);
  const plan = (
    <Button look="filled" icon={<Icon path={icons.plus} />} onClick={() => setPlanning(true)}>
      {t('schedule.plan')}
    </Button>
  );
  const { planned, today } = schedule.data ?? { planned: [], today: '' };
  return (
    <Shell>
      <PageHead near title={t('schedule.title')}>
        {schedule.data && before === null && (
          <Button look="quiet" onClick={() => setBefore(dayAfter(today, -daysBack))}>
            {t('schedule.earlier')}
          </Button>
        )}
        {planned.length > 0 && plan}
      </PageHead>
      {!schedule.data && <NotFetched error={failed} onRetry={() => schedule.refetch()} />}
      {!schedule.data && !failed && <LoadingFrame count={6} />}
      {schedule.data && planned.length === 0 && (
        <EmptyState title={t('schedule.empty')} step={plan}>
          {t('schedule.emptyWords')}
        </EmptyState>
      )}
      {schedule.data && <PlannedList planned={planned} today={today} />}
      {planning && <StartLessonDialog quiz="choose" later onClose={() => setPlanning(false)} />}
    </Shell>
  );
}
