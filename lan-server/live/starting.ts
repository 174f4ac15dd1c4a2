import type { LessonSummary } from '../contract/api.ts';
import type { Identity } from '../contract/frames.ts';
import type { ClassId, QuizId, SectionId } from '../contract/ids.ts';
import type { LateRule } from '../contract/late.ts';
import { defaultPlay } from '../contract/play.ts';
import type { Play } from '../contract/play.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { StoredEvent } from '../lesson/events.ts';
import { evolve } from '../lesson/evolve.ts';
import { emptyLesson } from '../lesson/state.ts';
import type { Log } from '../log.ts';
import type { JournalPort } from '../ports.ts';
import type { Question } from '../questions/index.ts';
import type { ClassList } from './class-list.ts';
import type { LessonClock } from './clock.ts';
import type { OpenRooms } from './open-rooms.ts';

export type NewLesson = {
  quizId: QuizId | null;
  title: string;
  subject: string;
  identity: Identity;
  changes: boolean;
  late?: LateRule;
  play?: Play;
  /** The class that it is given to. With a list of names its seats are made from it. */
  classId?: ClassId | null;
  sectionId?: SectionId | null;
  /** The occurrence of a plan that becomes this lesson, and when it is to end. */
  planned?: { id: string; endsAt: number };
  questions: Question[];
};

/** Starts a lesson: its journal goes to disk first, then its room opens. */
export function createStarting(deps: {
  rooms: OpenRooms;
  list: Pick<ClassList, 'of'>;
  journal: Pick<JournalPort, 'create'>;
  clock: LessonClock;
  randomCode: (digits: 4 | 6) => string;
  newId: () => string;
  log: Log;
}): (ownerId: string, lesson: NewLesson) => LessonSummary | Rejection {
  const { rooms, clock } = deps;

  /** Four digits while they are plenty, six when a whole building uses one laptop. */
  function freeCode(): string {
    const taken = new Set(rooms.all().map((room) => room.state().code));
    const digits = taken.size < 500 ? 4 : 6;
    for (;;) {
      const code = deps.randomCode(digits);
      if (!taken.has(code)) return code;
    }
  }

  return (ownerId, lesson) => {
    if (rooms.running().length === 0) clock.sync();
    const lessonId = deps.newId();
    const { title, subject, identity, changes, questions } = lesson;
    const { late = 'tapped', play = defaultPlay } = lesson;
    const { classId = null, sectionId = null } = lesson;
    const given = classId === null ? null : { classId, sectionId };
    const list = identity === 'roster' ? deps.list.of(given) : null;
    if (list?.students.length === 0) return reject('class_empty');
    const started: StoredEvent = {
      seq: 1,
      at: clock.now(),
      event: {
        type: 'started',
        lessonId,
        title,
        subject,
        code: freeCode(),
        settings: { identity, changes, late, play },
        questions,
        ...(list && { roster: list.students.map(({ seatId }) => seatId) }),
      },
    };
    try {
      deps.journal.create(
        {
          lessonId,
          ownerId,
          quizId: lesson.quizId,
          classId,
          sectionId,
          planned: lesson.planned ?? null,
        },
        { lessonId, events: [started], names: [], ...list },
      );
    } catch (error) {
      deps.log.error({ error }, 'A lesson could not be stored.');
      return reject('not_saved');
    }
    const state = emptyLesson();
    evolve(state, started);
    rooms.open(lessonId, ownerId, state);
    rooms.happened(lessonId);
    return {
      id: lessonId,
      title,
      subject,
      code: state.code,
      status: state.status,
      startedAt: state.startedAt,
      endedAt: null,
      questions: questions.length,
      seats: 0,
    };
  };
}
