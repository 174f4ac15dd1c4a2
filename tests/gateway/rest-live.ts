import type { Store } from '../../db/index.ts';
import type { DoorLesson, LessonSummary } from '../../lan-server/contract/api.ts';
import { reject } from '../../lan-server/contract/rejections.ts';
import type { Lessons } from '../../lan-server/live/lessons.ts';
import type { LiveRosters } from '../../lan-server/gateway/routes/attendance.ts';
import type { LiveLessons } from '../../lan-server/gateway/routes/lessons.ts';

/** Running lessons as far as REST needs them: each start is one journal entry, nobody is connected. */
export function journalLive({
  store,
  now,
  newId,
}: {
  store: Store;
  now: () => number;
  newId: () => string;
}): LiveLessons & LiveRosters & Pick<Lessons, 'start'> {
  const doors = new Map<string, DoorLesson>();
  const classes = new Map<string, number>();
  const status = (lessonId: string) => {
    const students = classes.get(lessonId) ?? 0;
    return { students, joined: 0, running: students > 0 };
  };

  return {
    async start(ownerId, { quizId, title, subject, identity, changes, questions, ...given }) {
      const lessonId = newId();
      const code = String(4000 + doors.size);
      const event = {
        type: 'started' as const,
        lessonId,
        title,
        subject,
        code,
        settings: { identity, changes },
        questions,
      };
      store.journal.create(
        { lessonId, ownerId, quizId, planned: given.planned ?? null },
        { lessonId, events: [{ seq: 1, at: now(), event }], names: [] },
      );
      doors.set(code, { code, title, teacher: 'Ms Okafor', identity });
      return (await store.lessons.summary(ownerId, lessonId)) as LessonSummary;
    },
    cards: () => ({ total: 0, cards: [], headings: [] }),
    acceptAnswer: async () => undefined,
    markAttendance: async () => undefined,
    addEnrolled: async () => 0,
    addGuest: async () => undefined,
    guest: () => reject('seat_unknown'),
    byCode: (code) => doors.get(code) ?? reject('unknown_code'),
    live: () => [...doors.values()],
    liveCount: () => doors.size,
    besides: () => ({}),
    connectedSeats: () => 0,
    simulate(lessonId, students) {
      classes.set(lessonId, students);
      return status(lessonId);
    },
    simulation: status,
    stopSimulation: (lessonId) => void classes.delete(lessonId),
  };
}
