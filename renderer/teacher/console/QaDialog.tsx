import type { TeacherCommand } from '../../../lan-server/contract/commands.ts';
import type { QaFrame, TeacherPost } from '../../../lan-server/contract/qa.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, Pill } from '../../ui/index.ts';
import styles from './QaDialog.module.css';

type QaDialogProps = {
  qa: QaFrame;
  /** Why nothing can be done now; null: it can. */
  locked: string | null;
  said: string | null;
  onDo: (command: TeacherCommand) => void;
  onClose: () => void;
};

const tones = { waits: 'warn', shown: 'plain', hidden: 'plain', answered: 'good' } as const;

/** What the class asks: let it through, put it on the wall, mark it as answered, hide it. */
export function QaDialog({ qa, locked, said, onDo, onClose }: QaDialogProps) {
  const { t } = useText();
  return (
    <Dialog open wide title={t('console.qa.title')} onClose={onClose}>
      {qa.posts.length === 0 && <p className="soft">{t('console.qa.none')}</p>}
      {said !== null && (
        <p className={styles.said} role="alert">
          {said}
        </p>
      )}
      <ul className={styles.posts}>
        {qa.posts.map((post) => (
          <Post
            key={post.id}
            post={post}
            onWall={qa.onWall === post.id}
            locked={locked}
            onDo={onDo}
          />
        ))}
      </ul>
    </Dialog>
  );
}

type PostProps = {
  post: TeacherPost;
  onWall: boolean;
  locked: string | null;
  onDo: (command: TeacherCommand) => void;
};

function Post({ post, onWall, locked, onDo }: PostProps) {
  const { t } = useText();
  const { id, text, votes, standing } = post;
  const set = (to: TeacherPost['standing']) => () =>
    onDo({ type: 'setPost', postId: id, standing: to });
  const act = (label: string, run: () => void) => (
    <Button
      small
      disabledReason={locked}
      reasonElsewhere
      aria-label={`${label}: ${text}`}
      onClick={run}
    >
      {label}
    </Button>
  );
  return (
    <li className={styles.post}>
      <div className={styles.asked}>
        <p className={styles.text}>{text}</p>
        <span className={styles.state}>
          <Pill tone={tones[standing]}>{t(`console.qa.standing.${standing}`)}</Pill>
          <span className="small soft tnum">{t('console.qa.votes', { count: votes })}</span>
        </span>
      </div>
      <div className={styles.acts}>
        {(standing === 'waits' || standing === 'hidden') && act(t('console.qa.show'), set('shown'))}
        {act(t(onWall ? 'console.qa.offWall' : 'console.qa.onWall'), () =>
          onDo({ type: 'showPost', postId: onWall ? null : id }),
        )}
        {standing === 'answered'
          ? act(t('console.qa.unanswered'), set('shown'))
          : act(t('console.qa.answered'), set('answered'))}
        {standing !== 'hidden' && act(t('console.qa.hide'), set('hidden'))}
      </div>
    </li>
  );
}
