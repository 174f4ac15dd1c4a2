import type { Pick } from '../../../lan-server/contract/roll.ts';
import { createRoot } from 'react-dom/client';
import type { Session, SeatSession } from '../../live/seat-session.ts';
import { openConnection } from '../../live/connection.ts';
import { PhoneTexts } from '../../i18n/phone.tsx';
import type { LiveState } from '../../live/store.ts';
import { phoneLink } from '../link-word.ts';
import { ClassPage } from './ClassPage.tsx';
import { PickPage } from './PickPage.tsx';
import { RollTexts } from './RollTexts.tsx';

/** A part of its own of the phone's script: names of lists, and the page of a class. Most phones never fetch it. */

/** Before the laptop has told more. */
const unknown: Pick = { standing: null, me: null };

type PickInLessonProps = {
  live: LiveState;
  link: Session['link'];
  session: SeatSession;
  onCode: () => void;
  onLeave: () => void;
};

/** A lesson with a list of names, before this device has a seat. */
export function PickInLesson({ live, link, session, onCode, onLeave }: PickInLessonProps) {
  return (
    <RollTexts>
      <PickPage
        of={live.view.lesson.title}
        link={phoneLink(link).is}
        pick={live.pick ?? unknown}
        say={session.say}
        onPick={session.sit}
        onGuest={(name) => session.join(name)}
        onCode={onCode}
        onLeave={onLeave}
      />
    </RollTexts>
  );
}

/** Shows the page of a class; `onDoor`: the student wants to join a lesson instead. */
export function openClass(
  box: HTMLElement,
  code: string,
  device: string,
  onDoor: (path?: string) => void,
) {
  const enter = (lesson: string) => {
    connection.close();
    // The browser's own way back leads here, and the class's page begins anew.
    window.addEventListener('popstate', () => {
      if (location.pathname.indexOf('/c/') === 0) location.reload();
    });
    onDoor(`/j/${lesson}`);
  };
  const connection = openConnection({ as: 'class', code, device });
  createRoot(box).render(
    <PhoneTexts>
      <RollTexts>
        <ClassPage
          connection={connection}
          onDoor={() => {
            connection.close();
            onDoor();
          }}
          onEnter={enter}
        />
      </RollTexts>
    </PhoneTexts>,
  );
}
