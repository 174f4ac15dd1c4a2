import { useEffect, useLayoutEffect, useReducer } from 'react';
import { newDeviceToken } from '../live/device.ts';
import type { DeviceStore } from '../live/device.ts';
import type { LessonPartStore } from '../phone/lesson-part.ts';
import { DoorPage } from './DoorPage.tsx';
import { LessonPage } from './LessonPage.tsx';
import { ListPage } from './ListPage.tsx';
import { NamePage } from './NamePage.tsx';
import type * as Roll from './roll/roll-part.tsx';
import type { VisitStore } from './visit.ts';

type StudentPageProps = {
  visit: VisitStore;
  store: DeviceStore;
  part: LessonPartStore;
  /** Fetches what a lesson with a list of names needs. */
  roll: () => Promise<typeof Roll>;
};

/** The student's page: the door, the name, the lesson. */
export function StudentPage({ visit, store, part, roll }: StudentPageProps) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  // Before the first paint, so that nothing that happens in between is missed.
  useLayoutEffect(() => visit.subscribe(() => redraw()), [visit]);
  useLayoutEffect(() => part.subscribe(() => redraw()), [part]);
  // After the first paint: the door is what a student waits for.
  useEffect(() => part.start(), [part]);
  const now = visit.snapshot();
  const session = visit.session();
  const { live } = now.session ?? { live: null };
  if (!session || !now.session || !live) return <DoorPage now={now} visit={visit} />;
  const { seat } = live;
  if (!seat) {
    if (live.view.lesson.identity === 'roster' && live.view.status !== 'ended')
      return (
        <ListPage
          live={live}
          now={now.session}
          session={session}
          load={roll}
          onLeave={() => visit.leave()}
        />
      );
    const teacher = now.lessons.find(({ code }) => code === now.code)?.teacher ?? null;
    return (
      <NamePage
        live={live}
        link={now.session.link}
        offer={now.session.offer}
        teacher={teacher}
        store={store}
        session={session}
        onLeave={() => visit.leave()}
      />
    );
  }
  return (
    <LessonPage
      now={{ ...now.session, live: { ...live, seat } }}
      session={session}
      part={part.snapshot()}
      onLeave={() => visit.leave()}
      onSomebodyElse={() => {
        newDeviceToken(store, document);
        visit.again();
      }}
    />
  );
}
