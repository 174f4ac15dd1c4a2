import type { QuizSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, classes, Icon, icons, Link, Menu, Pill } from '../../ui/index.ts';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';
import rows from '../shell/Rows.module.css';
import { useWhen } from '../shell/when.ts';
import styles from './QuizRow.module.css';

type QuizRowProps = {
  quiz: QuizSummary;
  onStart: () => void;
  onPlan: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
};

/** One quiz of the library. */
export function QuizRow({ quiz, onStart, onPlan, onDuplicate, onDelete }: QuizRowProps) {
  const { t } = useText();
  const go = useGo();
  const when = useWhen();
  const title = quiz.title || t('teacher.library.untitled');
  const facts = [
    quiz.subject,
    t('teacher.library.questions', { count: quiz.questions }),
    t('teacher.library.edited', { when: when(quiz.updatedAt) }),
    quiz.usedAt !== null && t('teacher.library.used', { when: when(quiz.usedAt) }),
  ].filter(Boolean);

  return (
    <li className={classes(rows.row, styles.row)}>
      <div className={rows.what}>
        <Link className={rows.title} href={paths.quiz(quiz.id)}>
          {title}
        </Link>
        {quiz.unready > 0 && (
          <Pill tone="warn">{t('teacher.library.unready', { count: quiz.unready })}</Pill>
        )}
        <p className="small soft">{facts.join(' · ')}</p>
      </div>
      <Button
        icon={<Icon path={icons.play} />}
        aria-label={t('teacher.library.startNamed', { title })}
        onClick={onStart}
      >
        {t('teacher.library.start')}
      </Button>
      <Menu
        label={t('teacher.library.moreOn', { title })}
        items={[
          {
            id: 'edit',
            label: t('teacher.library.edit'),
            icon: <Icon path={icons.pencil} />,
            onSelect: () => go(paths.quiz(quiz.id)),
          },
          {
            id: 'plan',
            label: t('schedule.plan'),
            icon: <Icon path={icons.clock} />,
            onSelect: onPlan,
          },
          {
            id: 'duplicate',
            label: t('teacher.library.duplicate'),
            icon: <Icon path={icons.plus} />,
            onSelect: onDuplicate,
          },
          {
            id: 'delete',
            label: t('teacher.library.delete'),
            icon: <Icon path={icons.trash} />,
            stop: true,
            onSelect: onDelete,
          },
        ]}
      />
    </li>
  );
}
