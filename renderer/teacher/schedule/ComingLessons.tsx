import { useText } from '../../i18n/text.tsx';
import { paths } from '../router/paths.ts';
import { SectionHead } from '../shell/SectionHead.tsx';
import { useDesk } from './desk.tsx';
import { PlannedList } from './PlannedList.tsx';

/** The next lessons in time, told by the program itself; nothing where none is planned. */
export function ComingLessons({ most = 5 }: { most?: number }) {
  const { t } = useText();
  const { frame } = useDesk();
  const coming = (frame?.planned ?? []).filter(({ status }) => status === 'scheduled');
  const missed = (frame?.planned ?? []).filter(({ status }) => status === 'missed');
  if (!frame || coming.length + missed.length === 0) return null;
  // Days in order: what is due comes first in the frame.
  const shown = [...missed, ...coming]
    .slice(0, most)
    .toSorted((one, other) => one.startsAt - other.startsAt);
  return (
    <section aria-labelledby="coming">
      <SectionHead
        id="coming"
        title={t('schedule.coming')}
        all={{ href: paths.schedule, words: t('schedule.all') }}
      />
      <PlannedList planned={shown} today={frame.today} headings="h3" />
    </section>
  );
}
