import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import type { SeatSession, Session } from '../live/seat-session.ts';
import type { LiveState } from '../live/store.ts';
import { PlainScreen } from '../phone/PlainScreen.tsx';
import { ComeBackPage } from './ComeBackPage.tsx';
import { phoneLink } from './link-word.ts';
import type * as Roll from './roll/roll-part.tsx';

type ListPageProps = {
  live: LiveState;
  now: Session;
  session: SeatSession;
  load: () => Promise<typeof Roll>;
  onLeave: () => void;
};

/** The last step before a lesson with a list of names. The list is a part of its own, fetched here. */
export function ListPage({ live, now, session, load, onLeave }: ListPageProps) {
  const { t } = useText();
  const [part, setPart] = useState<typeof Roll | null>(null);
  const [back, setBack] = useState<'offer' | 'code' | null>(now.offer && 'offer');
  useEffect(() => {
    // A browser does not fetch a script again that failed once.
    load().then(setPart, () => setTimeout(() => location.reload(), 4000));
  }, [load]);
  const { link } = now;
  if (back)
    return (
      <ComeBackPage
        link={link}
        offer={back === 'offer' ? now.offer : null}
        session={session}
        onBack={() => setBack(null)}
      />
    );
  if (part)
    return (
      <part.PickInLesson {...{ live, link, session, onLeave }} onCode={() => setBack('code')} />
    );
  return (
    <PlainScreen
      link={phoneLink(link)}
      title={t('student.part.title')}
      text={t('student.part.text')}
      onTryNow={session.tryNow}
    />
  );
}
