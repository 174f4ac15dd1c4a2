import type { LessonId } from '../../../lan-server/contract/ids.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons } from '../../ui/index.ts';
import { ActionButton } from './ActionButton.tsx';
import type { Actions } from './actions.ts';
import { Column } from './Column.tsx';
import { QuestionList } from './QuestionList.tsx';
import styles from './WallColumn.module.css';
import { WallPreview } from './WallPreview.tsx';

type WallColumnProps = {
  lessonId: LessonId;
  view: TeacherView;
  questions: readonly Question[];
  actions: Actions;
};

/** What the class sees now, and what it will see. */
export function WallColumn({ lessonId, view, questions, actions }: WallColumnProps) {
  const { t } = useText();
  return (
    <Column
      heading={t('console.wall.heading')}
      end={
        <span className={styles.open}>
          <ActionButton
            action={actions.openWall}
            look="quiet"
            small
            icon={<Icon path={icons.open} size="s" />}
          />
        </span>
      }
    >
      <WallPreview lessonId={lessonId} />
      <div className={styles.keys}>
        <ActionButton action={actions.blank} wide />
        <ActionButton action={actions.join} wide />
        <ActionButton action={actions.light} wide />
      </div>
      {view.game && (
        <div className={styles.boards}>
          {view.game.of && <ActionButton action={actions.board} wide />}
          <ActionButton action={actions.standings} wide />
        </div>
      )}
      <QuestionList view={view} questions={questions} actions={actions} />
    </Column>
  );
}
