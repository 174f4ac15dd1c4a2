import { useEffect } from 'react';
import type { LessonId } from '../../lan-server/contract/ids.ts';
import { useText } from '../i18n/text.tsx';
import { useProjectorLesson } from '../live/projector.ts';
import { Wall } from '../stage/Wall.tsx';
import { Refused } from './Refused.tsx';
import { Waiting } from './Waiting.tsx';
import { WallButtons } from './WallButtons.tsx';

/** The projector's page: the wall of one lesson, filling the window. */
export function ProjectorPage({ lessonId }: { lessonId: LessonId }) {
  const { t } = useText();
  const { link, frame } = useProjectorLesson(lessonId);
  const title = frame?.view.lesson.title;

  useEffect(() => {
    if (title !== undefined) document.title = t('projector.title', { title });
  }, [t, title]);

  if (link.is === 'refused') return <Refused error={link.error} />;
  return (
    <>
      <main>
        {frame ? (
          <Wall frame={frame} reconnecting={link.is === 'offline'} />
        ) : (
          <Waiting link={link} />
        )}
      </main>
      <WallButtons stage={frame?.view.stage ?? null} />
    </>
  );
}
