import type { LessonId, TeacherId } from '../contract/ids.ts';
import type {
  ClassKey,
  ClassroomFrame,
  DeskFrame,
  DeskLesson,
  Planned,
} from '../contract/schedule.ts';
import { currentAsked } from '../lesson/state.ts';
import type { Log } from '../log.ts';
import type { ClassDevice, LessonPlace } from '../ports.ts';
import { coalesce } from './coalesce.ts';
import type { Timers } from './coalesce.ts';
import type { LessonRoom } from './lesson-room.ts';
import type { Lessons } from './lessons.ts';

/** The first change is told at once, then at most so often; in ms. */
const toldEveryMs = 500;

/** What hangs outside the lessons: what runs and what comes, for each teacher and each class. */
export type NoticeBoards = {
  /** Shows a teacher's window all lessons and plans of theirs, now and whenever they are otherwise. Gives what ends it. */
  watchDesk(teacherId: TeacherId, show: (frame: DeskFrame) => void): () => void;
  /**
   * The same for a student's device (SHA-256 of its token) that is signed in to a class: its class and section. null: it is not
   * signed in, or not any more.
   */
  watchClass(
    device: string,
    classId: string,
    show: (frame: ClassroomFrame | null) => void,
  ): () => void;
  /** Plans, classes or devices are otherwise now. */
  refresh(): void;
  stop(): void;
};

type Watcher = {
  /** Makes the frame as it is now, without number and time. */
  look(): Promise<object | null>;
  show(seen: object | null): void;
  last: string;
};

/** Tells whoever watches what concerns them, the whole each time, and only when it is otherwise than what they were told last. */
export function createNoticeBoards({
  lessons,
  placeOf,
  plans,
  classDevice,
  now,
  timers,
  log,
}: {
  lessons: Pick<Lessons, 'running' | 'onHappened' | 'room'>;
  placeOf: (lessonId: LessonId) => Promise<LessonPlace | null>;
  plans: {
    ofTeacher(id: TeacherId): Promise<Planned[]>;
    ofClass(key: ClassKey): Promise<ClassroomFrame['coming']>;
    today(): string;
  };
  classDevice: (device: string, by: { classId: string }) => Promise<ClassDevice | null>;
  now: () => number;
  timers: Timers;
  log: Log;
}): NoticeBoards {
  const watchers = new Set<Watcher>();
  /** How each lesson stood when it was looked at last. */
  const stood = new Map<LessonId, string>();
  /** Read once for all who watch, until something is otherwise. */
  let read = new Map<string, Promise<unknown>>();
  let seq = 0;
  let telling: Promise<void> | null = null;
  let again = false;

  const asking = coalesce(tell, toldEveryMs, timers);

  function once<T>(what: string, reading: () => Promise<T>): Promise<T> {
    const known = read.get(what) as Promise<T> | undefined;
    if (known) return known;
    const fresh = reading();
    read.set(what, fresh);
    return fresh;
  }

  function tell() {
    if (telling) {
      again = true;
      return;
    }
    telling = tellAll()
      .catch((error: unknown) => log.error({ error }, 'What runs and comes could not be told.'))
      .finally(() => {
        telling = null;
        if (!again) return;
        again = false;
        asking.ask();
      });
  }

  async function tellAll() {
    for (const watcher of watchers) await tellOne(watcher);
  }

  async function tellOne(watcher: Watcher) {
    const seen = await watcher.look();
    if (!watchers.has(watcher)) return;
    const written = JSON.stringify(seen);
    if (written === watcher.last) return;
    watcher.last = written;
    watcher.show(seen);
  }

  function watch(watcher: Watcher): () => void {
    watchers.add(watcher);
    tellOne(watcher).catch((error: unknown) =>
      log.error({ error }, 'What runs and comes could not be told.'),
    );
    return () => void watchers.delete(watcher);
  }

  lessons.onHappened((lessonId) => {
    if (watchers.size === 0) return;
    const room = lessons.room(lessonId);
    const stands = room ? standing(room) : '';
    if (stood.get(lessonId) === stands) return;
    const [status] = stands.split(' ');
    const before = stood.get(lessonId)?.split(' ')[0];
    stood.set(lessonId, stands);
    if (status === 'ended' || !room) stood.delete(lessonId);
    // What was planned is as it was while a lesson only goes on.
    if (status !== before) read = new Map();
    asking.ask();
  });

  const stamp = () => {
    seq += 1;
    return { seq, now: now() };
  };

  async function runningWithPlace(): Promise<{ room: LessonRoom; place: LessonPlace }[]> {
    const found: { room: LessonRoom; place: LessonPlace }[] = [];
    for (const room of lessons.running()) {
      const place = await once(`lesson ${room.lessonId}`, () => placeOf(room.lessonId));
      if (place && room.state().status !== 'ended') found.push({ room, place });
    }
    return found;
  }

  return {
    watchDesk(teacherId, show) {
      return watch({
        last: '',
        async look(): Promise<Omit<DeskFrame, 'seq' | 'now'>> {
          const all = await runningWithPlace();
          const live = all
            .filter(({ place }) => place.teachers.includes(teacherId))
            .map(({ room, place }): DeskLesson => deskLesson(room, place));
          const planned = await once(`desk ${teacherId}`, () => plans.ofTeacher(teacherId));
          return { today: plans.today(), live, planned };
        },
        show: (seen) => show({ ...stamp(), ...(seen as Omit<DeskFrame, 'seq' | 'now'>) }),
      });
    },
    watchClass(device, classId, show) {
      return watch({
        last: '',
        async look(): Promise<Omit<ClassroomFrame, 'seq' | 'now'> | null> {
          const known = await once(`device ${device} ${classId}`, () =>
            classDevice(device, { classId }),
          );
          if (!known) return null;
          const { sectionId } = known;
          const all = await runningWithPlace();
          const coming = await once(`class ${classId} ${sectionId ?? ''}`, () =>
            plans.ofClass({ classId, sectionId }),
          );
          return {
            today: plans.today(),
            class: { name: known.className, section: known.sectionName },
            live: all
              .filter(({ place }) => isFor(place, { classId, sectionId }))
              .map(({ room, place }) => ({
                title: room.state().title,
                teacher: place.ownerName,
                code: room.state().code,
                ...progressOf(room, place),
              })),
            coming,
          };
        },
        show: (seen) =>
          show(seen && { ...stamp(), ...(seen as Omit<ClassroomFrame, 'seq' | 'now'>) }),
      });
    },
    refresh() {
      read = new Map();
      asking.ask();
    },
    stop() {
      asking.stop();
      watchers.clear();
    },
  };
}

/** What of a lesson is told outside it, as one word: answers change nothing of it. */
function standing(room: LessonRoom): string {
  const { status, order, seated } = room.state();
  return `${status} ${numberOf(room)} ${order.length} ${seated} ${room.presence.here}`;
}

function numberOf(room: LessonRoom): number | null {
  const asked = currentAsked(room.state());
  return asked ? room.state().order.indexOf(asked.question.id) + 1 : null;
}

function progressOf(room: LessonRoom, { planned }: LessonPlace) {
  const { status, order, startedAt } = room.state();
  return {
    status: status === 'paused' ? ('paused' as const) : ('live' as const),
    number: numberOf(room),
    of: order.length,
    startedAt,
    endsAt: planned?.endsAt ?? null,
  };
}

function deskLesson(room: LessonRoom, place: LessonPlace): DeskLesson {
  const { title, code, seated } = room.state();
  return {
    lessonId: room.lessonId,
    plannedId: place.planned?.id ?? null,
    title,
    code,
    class: place.class,
    seats: seated,
    here: room.presence.here,
    byItself: place.planned?.byItself ?? false,
    ...progressOf(room, place),
  };
}

/** A lesson of a class is for all its sections; one of a section for that one alone. */
function isFor(place: LessonPlace, { classId, sectionId }: ClassKey): boolean {
  if (place.class?.id !== classId) return false;
  return place.class.sectionId === null || place.class.sectionId === sectionId;
}
