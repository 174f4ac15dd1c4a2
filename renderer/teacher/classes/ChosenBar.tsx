import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import type { ChosenStudents } from './chosen-students.ts';
import type { ClassDeeds } from './class-deeds.ts';
import styles from './Classes.module.css';

type ChosenBarProps = {
  classId: string;
  chosen: ChosenStudents;
  act: ClassDeeds['act'];
  onMove: () => void;
};

/** What is done to all who are chosen; nothing while nobody is. */
export function ChosenBar({ classId, chosen, act, onMove }: ChosenBarProps) {
  const { t } = useText();
  const api = useApi();
  const { ids } = chosen;
  const count = ids.length;
  if (count === 0) return null;

  // Those chosen are let go with the deed, not after the list: by then others may be chosen.
  const leave = () =>
    act(
      () => api.takeOut(classId, ids),
      () => ({
        words: t('classes.page.left', { count }),
        undo: () => api.takeBack(classId, ids),
      }),
      chosen.clear,
    );
  const archive = () =>
    act(
      () => api.archiveStudents(classId, ids, true),
      () => ({
        words: t('classes.page.archived', { count }),
        undo: () => api.archiveStudents(classId, ids, false),
      }),
      chosen.clear,
    );
  const makePins = () =>
    act(
      () => api.makePins(classId, ids),
      ({ students: made }) => ({ words: t('classes.page.pinned', { count: made.length }) }),
    );

  return (
    <div className={styles.chosen}>
      <b role="status">{t('classes.page.chosen', { count })}</b>
      <Button small onClick={onMove}>
        {t('classes.page.move')}
      </Button>
      <Button small onClick={() => void makePins()}>
        {t('classes.page.makePins')}
      </Button>
      <Button small onClick={() => void archive()}>
        {t('classes.page.archiveStudents')}
      </Button>
      <Button small onClick={() => void leave()}>
        {t('classes.page.leave')}
      </Button>
      <Button small look="quiet" onClick={chosen.clear}>
        {t('classes.page.clear')}
      </Button>
    </div>
  );
}
