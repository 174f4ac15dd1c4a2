import type { ProjectorView } from '../../lan-server/contract/frames.ts';
import { useText } from '../i18n/text.tsx';
import { QuietScreen } from './QuietScreen.tsx';

/** What a student has asked, without a name. */
export function PostScreen({ post }: { post: NonNullable<ProjectorView['post']> }) {
  const { t } = useText();
  return (
    <QuietScreen title={post.text}>
      <p>{t('projector.post.asked', { count: post.votes })}</p>
    </QuietScreen>
  );
}
