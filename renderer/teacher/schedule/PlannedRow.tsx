import type { Planned } from '../../../lan-server/contract/schedule.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ButtonLink, classes, Icon, icons, Menu, Pill } from '../../ui/index.ts';
import type { MenuItem } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import rows from '../shell/Rows.module.css';
import styles from './Planned.module.css';
import { usePlanWords } from './words.ts';

const tones = {
  scheduled: 'plain',
  live: 'live',
  paused: 'warn',
  ended: 'plain',
  cancelled: 'plain',
  missed: 'warn',
} as const;

type PlannedRowProps = {
  planned: Planned;
  /** Those that are at the same time. */
  conflicts: readonly Planned[];
  onStart: () => void;
  onEdit: () => void;
  onCancel: () => void;
};

/** One lesson in time, with what can be done with it. */
export function PlannedRow({ planned, conflicts, onStart, onEdit, onCancel }: PlannedRowProps) {
  const { t, number } = useText();
  const words = usePlanWords();
  const { status, lessonId, minutes, byItself, series, mine, teacher } = planned;
  const title = words.title(planned);
  const open = status === 'scheduled';
  const runs = status === 'live' || status === 'paused';
  const facts = [
    words.place(planned.class),
    t('schedule.lasts', { count: minutes }),
    open && t(byItself ? 'schedule.byItself' : 'schedule.asks'),
    series && t('schedule.repeated'),
    !mine && teacher,
  ].filter(Boolean);
  const items: MenuItem[] = [
    {
      id: 'edit',
      label: t('schedule.edit'),
      icon: <Icon path={icons.pencil} />,
      onSelect: onEdit,
    },
    {
      id: 'cancel',
      label: t('schedule.cancel'),
      icon: <Icon path={icons.trash} />,
      stop: true,
      onSelect: onCancel,
    },
  ];

  return (
    <li className={classes(rows.row, styles.row, status === 'cancelled' && styles.off)}>
      <span className={classes(rows.when, styles.when, 'tnum')}>{words.time(planned.time)}</span>
      <div className={rows.what}>
        <span className={classes(rows.title, styles.title)}>{title}</span>
        {status !== 'scheduled' && (
          <Pill tone={tones[status]}>{t(`schedule.status.${status}`)}</Pill>
        )}
        {planned.due && <Pill tone="warn">{t('schedule.isDue')}</Pill>}
        {conflicts[0] && (
          <Pill tone="warn" long>
            {t('schedule.overlaps', {
              title: words.whole(conflicts[0]),
              more: conflicts.length > 1 ? `+${number(conflicts.length - 1)}` : '',
            }).trim()}
          </Pill>
        )}
        <p className="small soft">{facts.join(' · ')}</p>
      </div>
      {runs && lessonId !== null ? (
        <ButtonLink href={paths.lesson(lessonId)} icon={<Icon path={icons.wall} />}>
          {t('teacher.home.goOn')}
        </ButtonLink>
      ) : status === 'ended' && lessonId !== null ? (
        <ButtonLink href={paths.results(lessonId)} icon={<Icon path={icons.chart} />}>
          {t('teacher.home.results')}
        </ButtonLink>
      ) : open ? (
        <Button
          look={planned.due ? 'filled' : 'bordered'}
          icon={<Icon path={icons.play} />}
          aria-label={t('schedule.startNamed', { title })}
          onClick={onStart}
        >
          {t('schedule.start')}
        </Button>
      ) : (
        <span />
      )}
      {mine && (open || status === 'missed') ? (
        <Menu
          label={t('schedule.moreOn', { title })}
          items={open ? items : items.filter(({ id }) => id === 'cancel')}
        />
      ) : (
        <span />
      )}
    </li>
  );
}
