import type { ProjectorView } from '../../lan-server/contract/frames.ts';
import { useText } from '../i18n/text.tsx';
import { QuietScreen } from './QuietScreen.tsx';

/** After the lesson. */
export function EndedScreen({ view }: { view: ProjectorView }) {
  const { t } = useText();
  return (
    <QuietScreen title={t('projector.ended.title')}>
      <p>{view.lesson.title}</p>
      {view.seats > 0 && <p>{t('projector.ended.took', { count: view.seats })}</p>}
    </QuietScreen>
  );
}
