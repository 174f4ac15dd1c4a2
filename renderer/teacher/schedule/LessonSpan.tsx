import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { Menu } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { useDesk, useLaptopNow } from './desk.tsx';
import { useScheduleAct } from './queries.ts';

const longer = [5, 10, 15];

type LessonSpanProps = {
  lessonId: LessonId;
  /** Says what could not be done. */
  say: (sentence: string) => void;
};

/** How long a lesson with a duration has gone on and has left, with more time at a press; nothing for one without. */
export function LessonSpan({ lessonId, say }: LessonSpanProps) {
  const { t } = useText();
  const api = useApi();
  const now = useLaptopNow();
  const { act } = useScheduleAct();
  const errorText = useErrorText();
  const { frame } = useDesk();
  const lesson = frame?.live.find((one) => one.lessonId === lessonId);
  if (!lesson || lesson.endsAt === null) return null;
  const { plannedId, endsAt } = lesson;
  const left = Math.ceil((endsAt - now) / 60_000);
  const words = t(left >= 0 ? 'schedule.left' : 'schedule.overBy', { count: Math.abs(left) });
  if (plannedId === null) return <span className="small soft tnum">{words}</span>;
  return (
    <Menu
      small
      label={t('schedule.spanMenu', { left: words })}
      items={longer.map((minutes) => ({
        id: String(minutes),
        label: t('schedule.longer', { count: minutes }),
        onSelect: () =>
          void act(
            () => api.extendPlanned(plannedId, minutes),
            (error) => say(t('schedule.longerFailed', { reason: errorText(error) })),
          ),
      }))}
    >
      <span className="tnum">{words}</span>
    </Menu>
  );
}
