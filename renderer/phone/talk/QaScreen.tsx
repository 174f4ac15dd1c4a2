import { useEffect, useRef, useState } from 'react';
import type { StudentPost } from '../../../lan-server/contract/qa.ts';
import { useText } from '../../i18n/text.tsx';
import { randomId } from '../../live/random-id.ts';
import type { PhoneLink } from '../link.ts';
import { PhoneButton } from '../PhoneButton.tsx';
import { PhoneFrame } from '../PhoneFrame.tsx';
import type { PhoneHead } from '../PhoneFrame.tsx';
import styles from './QaScreen.module.css';
import type { Say } from './TalkBar.tsx';

export type QaScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  say: Say;
  /** What is being written; kept by the caller, so that a question of the lesson in between loses nothing. */
  draft: string;
  onDraft: (text: string) => void;
  onBack: () => void;
};

/** While this screen is open it asks so often what is new, ms. Nobody else's phone hears of a vote. */
const readEveryMs = 3000;
const longest = 280;

/** The class's questions to the teacher: write one, support others. */
export function QaScreen({ head, link, say, draft, onDraft, onBack }: QaScreenProps) {
  const { t } = useText();
  const [posts, setPosts] = useState<readonly StudentPost[] | null>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  // A question that may have arrived is sent under the same name again.
  const id = useRef(randomId(16));

  async function read() {
    const ack = await say({ type: 'readPosts' });
    if (ack?.ok && ack.posts) setPosts(ack.posts);
  }
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), readEveryMs);
    return () => clearInterval(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for as long as the screen is open
  }, []);

  async function post() {
    const text = draft.trim();
    if (text === '') {
      setSaid(t('student.qa.empty'));
      return;
    }
    setBusy(true);
    const ack = await say({ type: 'post', text }, id.current);
    setBusy(false);
    if (ack?.ok) {
      id.current = randomId(16);
      onDraft('');
      setSaid(t('student.qa.sent'));
      void read();
    } else if (ack?.error.code === 'too_many') setSaid(t('student.qa.many'));
    else setSaid(t('student.qa.unsent'));
  }

  async function vote(one: StudentPost) {
    setPosts(
      (before) =>
        before?.map((other) =>
          other.id === one.id
            ? { ...other, voted: !one.voted, votes: one.votes + (one.voted ? -1 : 1) }
            : other,
        ) ?? null,
    );
    await say({ type: 'votePost', postId: one.id, on: !one.voted });
    void read();
  }

  return (
    <PhoneFrame
      head={head}
      link={link.is}
      onSend={() => {
        if (!busy) void post();
      }}
      tray={
        <>
          <label className={styles.label} htmlFor="qa-text">
            {t('student.qa.label')}
          </label>
          <textarea
            id="qa-text"
            className={styles.text}
            rows={2}
            maxLength={longest}
            value={draft}
            aria-describedby="qa-said"
            onInput={(event) => {
              onDraft(event.currentTarget.value);
              setSaid('');
            }}
          />
          <p id="qa-said" className={styles.said} role="status">
            {said || t('student.qa.nameless')}
          </p>
          <PhoneButton type="submit" busy={busy}>
            {t('student.qa.send')}
          </PhoneButton>
          <PhoneButton look="quiet" onClick={onBack}>
            {t('student.qa.back')}
          </PhoneButton>
        </>
      }
    >
      <h1 className={styles.title} tabIndex={-1}>
        {t('student.qa.title')}
      </h1>
      {posts === null && <p className={styles.soft}>{t('student.qa.loading')}</p>}
      {posts?.length === 0 && <p className={styles.soft}>{t('student.qa.none')}</p>}
      <ul className={styles.posts}>
        {posts?.map((one) => (
          <li key={one.id} className={styles.post}>
            <div className={styles.words}>
              <p className={styles.asked}>{one.text}</p>
              {(one.own || one.standing === 'answered') && (
                <p className={styles.soft}>
                  {t(
                    one.standing === 'answered'
                      ? 'student.qa.answered'
                      : one.standing === 'shown'
                        ? 'student.qa.own'
                        : 'student.qa.waits',
                  )}
                </p>
              )}
            </div>
            <button
              type="button"
              className={one.voted ? styles.voted : styles.vote}
              aria-pressed={one.voted}
              aria-label={t('student.qa.vote', { text: one.text, count: one.votes })}
              disabled={one.own || one.standing === 'answered'}
              onClick={() => void vote(one)}
            >
              <span aria-hidden="true">▲</span> {one.votes}
            </button>
          </li>
        ))}
      </ul>
    </PhoneFrame>
  );
}
