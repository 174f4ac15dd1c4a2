import type {
  EnrolledFrame,
  PlanFrame,
  ProjectorFrame,
  RosterFrame,
  SeatFrame,
} from '../../../lan-server/contract/frames.ts';
import type { StudentFrame, TeacherFrame } from '../../../lan-server/contract/frames.ts';
import type { StoredEvent } from '../../../lan-server/lesson/events.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import type { LessonState } from '../../../lan-server/lesson/state.ts';
import type { QaFrame } from '../../../lan-server/contract/qa.ts';
import type { MatrixFrame, PaperFrame, PicturesFrame } from '../../../lan-server/contract/work.ts';
import type { Audiences } from '../../../lan-server/live/audiences.ts';
import type { Timers } from '../../../lan-server/live/coalesce.ts';
import { createLessons } from '../../../lan-server/live/lessons.ts';
import type { Lessons } from '../../../lan-server/live/lessons.ts';
import type { NewLesson } from '../../../lan-server/live/starting.ts';
import type { LessonRoom } from '../../../lan-server/live/lesson-room.ts';
import type {
  GivenTo,
  JournalPort,
  LessonEntry,
  ListedStudent,
  SeatStudent,
} from '../../../lan-server/ports.ts';
import { questionKinds } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';

type Stored = {
  ownerId: string;
  aliveAt: number;
  events: StoredEvent[];
  names: LessonEntry['names'];
  given: GivenTo | null;
  students: SeatStudent[];
};

/** A journal in memory that can refuse, as a full disk does. */
export type FakeJournal = JournalPort & {
  lessons: Map<string, Stored>;
  /** The entries of each commit that held. */
  commits: LessonEntry[][];
  /** How many commits are refused from now on. */
  refuse: number;
  /** Whether reading fails too. */
  deaf: boolean;
};

function fakeJournal(): FakeJournal {
  const lessons = new Map<string, Stored>();
  const of = (id: string) => {
    const stored = lessons.get(id);
    if (!stored) throw new Error(`no lesson ${id}`);
    return stored;
  };
  const append = ({ lessonId, events, names, students = [] }: LessonEntry) => {
    const stored = of(lessonId);
    for (const event of events) {
      if (event.seq !== (stored.events.at(-1)?.seq ?? 0) + 1) throw new Error('UNIQUE constraint');
      stored.events.push(structuredClone(event));
    }
    stored.names.push(...names);
    stored.students.push(...students);
  };
  return {
    lessons,
    commits: [],
    refuse: 0,
    deaf: false,
    commit(entries) {
      if (this.refuse > 0) {
        this.refuse -= 1;
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      }
      for (const entry of entries) append(entry);
      this.commits.push(entries);
    },
    read(id) {
      if (this.deaf) throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
      return structuredClone(of(id).events);
    },
    names: (id) => of(id).names,
    roll: (id) => ({ given: of(id).given, students: of(id).students }),
    unfinished: () =>
      [...lessons]
        .filter(([, { events }]) => !events.some(({ event }) => event.type === 'ended'))
        .map(([lessonId, { ownerId, aliveAt }]) => ({ lessonId, ownerId, aliveAt })),
    endedSince: (since) =>
      [...lessons].flatMap(([lessonId, { ownerId, events }]) => {
        const last = events.at(-1);
        const over = events.find(({ event }) => event.type === 'ended');
        return last && over && over.at >= since ? [{ lessonId, ownerId, endedAt: over.at }] : [];
      }),
    create({ lessonId, ownerId, classId = null, sectionId = null }, entry) {
      const given = classId === null ? null : { classId, sectionId };
      lessons.set(lessonId, { ownerId, aliveAt: 0, events: [], names: [], given, students: [] });
      append(entry);
    },
    touch(ids, now) {
      for (const id of ids) of(id).aliveAt = now;
    },
  };
}

/** What left the rooms, in order. `to` names the audience, with the seat's id where it is one seat. */
export type Heard =
  | { to: 'students'; frame: StudentFrame }
  | { to: `seat ${string}`; frame: SeatFrame }
  | { to: 'wall'; frame: ProjectorFrame }
  | { to: 'console'; frame: TeacherFrame }
  | { to: 'plan'; frame: PlanFrame }
  | { to: 'roster'; frame: RosterFrame }
  | { to: 'enrolled'; frame: EnrolledFrame }
  | { to: 'moved'; devices: string[] }
  | { to: 'paper'; frame: PaperFrame }
  | { to: 'matrix'; frame: MatrixFrame }
  | { to: 'pictures'; frame: PicturesFrame }
  | { to: 'qa'; frame: QaFrame };

export type Stage = {
  lessons: Lessons;
  /** Who is in the class that lessons are given to. */
  enrolled: ListedStudent[];
  journal: FakeJournal;
  heard: Heard[];
  /** What the log was told, errors and warnings. */
  complaints: string[];
  now(): number;
  /** How often the clock was set by the laptop's. */
  syncs(): number;
  /** Lets time pass: what is due runs, and what it sends is committed. */
  pass(ms: number): Promise<void>;
  /** Starts a lesson and gives its room. */
  start(lesson?: Partial<NewLesson>): Promise<LessonRoom>;
  /** The program is gone and comes back `lostMs` later by the laptop's clock, with what is on disk. */
  crash(lostMs: number): Stage;
  /** The laptop sleeps: time goes on, and nothing runs until it passes again. */
  sleep(ms: number): void;
  /** Makes the next frames of an audience throw. */
  breakAudience(to: keyof Audiences | null): void;
};

export const question: Question = {
  ...questionKinds.choice.blank('question-1'),
  text: 'Which?',
  options: ['First', 'Second', 'Third'],
  right: 1,
  points: 2,
  seconds: 60,
};
export const untimed: Question = { ...question, id: 'question-2', seconds: null };

/** Everything behind the sockets, over a journal, a clock and timers that the test holds. */
export function createStage(journal = fakeJournal(), startsAt = 1_000_000): Stage {
  let now = startsAt;
  let ids = 0;
  let syncs = 0;
  let asleep = 0;
  let broken: keyof Audiences | null = null;
  const waiting = new Set<{ at: number; run: () => void }>();
  const heard: Heard[] = [];
  const complaints: string[] = [];
  const timers: Timers = {
    set(run, ms) {
      const timer = { at: now + ms, run };
      waiting.add(timer);
      return timer;
    },
    clear: (timer) => void waiting.delete(timer as { at: number; run: () => void }),
  };
  const hear = (audience: keyof Audiences, entry: Heard) => {
    if (broken === audience) throw new Error(`${audience} cannot hear`);
    heard.push(structuredClone(entry));
  };
  const complain = (_fields: object, message: string) => void complaints.push(message);
  const enrolled: ListedStudent[] = [];
  const lessons = createLessons({
    journal,
    rosters: { enrolled: () => enrolled },
    audiencesFor: () => ({
      students: (frame) => hear('students', { to: 'students', frame }),
      seat: (seatId, frame) => hear('seat', { to: `seat ${seatId}`, frame }),
      projector: (frame) => hear('projector', { to: 'wall', frame }),
      teacher: (frame) => hear('teacher', { to: 'console', frame }),
      plan: (frame) => hear('plan', { to: 'plan', frame }),
      roster: (frame) => hear('roster', { to: 'roster', frame }),
      enrolled: (frame) => hear('enrolled', { to: 'enrolled', frame }),
      moved: (devices) => hear('moved', { to: 'moved', devices: [...devices] }),
      paper: (frame) => hear('paper', { to: 'paper', frame }),
      matrix: (frame) => hear('matrix', { to: 'matrix', frame }),
      pictures: (frame) => hear('pictures', { to: 'pictures', frame }),
      qa: (frame) => hear('qa', { to: 'qa', frame }),
    }),
    door: (code) => ({ code, address: null, url: '', name: null }),
    teacherName: () => 'Ms Okafor',
    clock: {
      now: () => now,
      sync: () => void (syncs += 1),
      wake() {
        const slept = asleep;
        asleep = 0;
        return slept;
      },
    },
    timers,
    randomCode: () => String(1000 + journal.lessons.size),
    nameFits: () => true,
    newId: () => `id-${startsAt}-${(ids += 1)}`,
    log: { info() {}, warn: complain, error: complain },
  });

  return {
    lessons,
    enrolled,
    journal,
    heard,
    complaints,
    now: () => now,
    syncs: () => syncs,
    async pass(ms) {
      const until = now + ms;
      for (;;) {
        const due = [...waiting].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        waiting.delete(due);
        now = Math.max(now, due.at);
        due.run();
        await turn();
      }
      now = until;
    },
    async start(lesson = {}) {
      const started = await lessons.start('teacher-1', {
        quizId: null,
        title: 'Osmosis',
        subject: 'Biology',
        identity: 'nickname',
        changes: true,
        questions: [question, untimed],
        ...lesson,
      });
      const room = 'id' in started ? lessons.room(started.id) : null;
      if (!room) throw new Error('the lesson did not start');
      return room;
    },
    crash(lostMs) {
      lessons.stop();
      return createStage(journal, now + lostMs);
    },
    sleep(ms) {
      now += ms;
      asleep += ms;
    },
    breakAudience(to) {
      broken = to;
    },
  };
}

/** The end of this turn of the event loop: what was sent is committed by then. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

let commands = 0;
/** A command id as a client makes one. */
export const anId = () => `command-${(commands += 1)}`;

/** Seats a student and gives the seat's id. */
export async function seated(room: LessonRoom, name: string): Promise<string> {
  const done = await room.join(`device of ${name}`, name);
  if (!('joined' in done) || !done.joined) throw new Error(JSON.stringify(done));
  const { seatId } = done.joined.seat;
  room.presence.arrive(seatId);
  return seatId;
}

export function tap(room: LessonRoom, seatId: string, picked: number, id = anId(), of = question) {
  const round = room.state().asked.get(of.id)?.round ?? 0;
  return room.student(seatId, id, {
    type: 'answer',
    questionId: of.id,
    round,
    answer: { picked },
  });
}

/** What a fold of the disk says; live memory must be the same. */
export function onDisk(stage: Stage, room: LessonRoom): LessonState {
  return fold(structuredClone(stage.journal.lessons.get(room.lessonId)?.events ?? []));
}
