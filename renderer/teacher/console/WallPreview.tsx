import { memo } from 'react';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import { useProjectorLesson } from '../../live/projector.ts';
import { Wall } from '../../stage/Wall.tsx';
import { useSize } from './size.ts';
import styles from './WallPreview.module.css';

/**
 * The wall in small. It listens at the wall's own door, so that what the teacher sees here is what the class gets, and
 * nothing that only the teacher may know can slip in.
 */
export const WallPreview = memo(function WallPreview({ lessonId }: { lessonId: LessonId }) {
  const { t } = useText();
  const { frame, link } = useProjectorLesson(lessonId);
  const { ref, width } = useSize();
  return (
    <div ref={ref} className={styles.preview} data-surface="wall">
      {frame && width > 0 ? (
        <Wall frame={frame} width={width} mini reconnecting={link.is === 'offline'} />
      ) : (
        <p className="sr">{t('console.wall.waiting')}</p>
      )}
    </div>
  );
});
