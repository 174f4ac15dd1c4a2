import type { Actor, StudentCommand, TeacherCommand } from '../contract/commands.ts';
import type { SeatView, StudentFrame } from '../contract/frames.ts';
import type { CommandId, LessonId, SeatId, StudentId, TeacherId } from '../contract/ids.ts';
import type { FoundNames, PickStanding } from '../contract/roll.ts';
import type { TooLate } from '../contract/late.ts';
import type { StudentPost } from '../contract/qa.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Paper } from '../contract/work.ts';
import { decide } from '../lesson/decide.ts';
import type { LessonCommand } from '../lesson/commands.ts';
import { playOf } from '../lesson/events.ts';
import type { StoredEvent } from '../lesson/events.ts';
import { evolve } from '../lesson/evolve.ts';
import { talkTimerRuns } from '../lesson/peer.ts';
import { studentPosts } from '../lesson/qa.ts';
import { pickStanding } from '../lesson/roster.ts';
import type { LessonState, Seat } from '../lesson/state.ts';
import { seatsWithCode } from '../lesson/state.ts';
import { seatView } from '../lesson/views/seat.ts';
import { paperOf } from '../lesson/views/student.ts';
import type { Log } from '../log.ts';
import type { GivenTo, JournalPort, LessonEntry, SeatStudent } from '../ports.ts';
import type { Clock } from './clock.ts';
import type { Timers } from './coalesce.ts';
import { closingTime, createDeadline } from './deadline.ts';
import type { GroupCommit, Work } from './group-commit.ts';
import type { Names } from './names.ts';
import type { MoodRoom } from './moods.ts';
import type { LivePresence } from './presence.ts';
import type { Publisher } from './publisher.ts';
import { readBack } from './recovery.ts';
import type { Roll } from './roll.ts';

/** How long after the disk has failed it is tried again where no command comes. */
const tryAgainMs = 1000;

/** A console sends a command again within seconds. */
const rememberedReplies = 100;

/** A command that is on disk, since `at`. */
/** `late`: an answer that arrived after the closing and counts. */
export type Done = {
  at: number;
  posts?: StudentPost[];
  /** Names of the list. */
  found?: FoundNames;
  /** The teacher has to say. */
  asked?: true;
  late?: true;
  joined?: { seat: SeatView; frame: StudentFrame; paper?: Paper };
};

export type LessonRoom = {
  readonly lessonId: LessonId;
  readonly ownerId: string;
  /** The class that it was given to; null: to none. */
  readonly given: GivenTo | null;
  /** Whose the seats of its list are. */
  readonly roll: Pick<Roll, 'seatOf' | 'studentOf'>;
  readonly presence: LivePresence;
  readonly publisher: Publisher;
  /** For reading only: all changes go through commands. */
  state(): LessonState;
  /** False while the disk fails and memory may run ahead of it: nothing of the lesson may be shown. */
  ready(): boolean;
  seatOfDevice(device: string): SeatId | null;
  /** Takes a seat for a device, or finds the one it holds. `device` is the hash of its token. */
  join(
    device: string,
    name: string,
    how?: { ask?: boolean | undefined; suspect?: boolean },
  ): Promise<Done | Rejection>;
  /**
   * Brings a device to the seat with this code (null: no code at all). `name`: refused as a wrong code where the seat has
   * another one; undefined: whatever its name.
   */
  comeBack(device: string, seat: string | null, name?: string): Promise<Done | Rejection>;
  /** Comes to the seat of a name of the list, or asks the teacher for it. */
  pick(
    device: string,
    studentId: StudentId,
    how: { proved: boolean; ask: boolean; suspect?: boolean },
  ): Promise<Done | Rejection>;
  /** Does not wait for the teacher's yes any longer. */
  callOff(device: string): Promise<Done | Rejection>;
  /** What became of the name that a device asked for; null: it asked for none. */
  pickStanding(device: string): PickStanding | null;
  /** Puts more students on the list; `names` of seats that have none yet. */
  addStudents(
    students: SeatStudent[],
    names: { seatId: SeatId; name: string }[],
  ): Promise<Done | Rejection>;
  /** `device` is the hash of the token of who answers: what it may claim of the time depends on when it was heard. */
  student(
    seatId: SeatId,
    id: CommandId,
    command: Extract<StudentCommand, { type: 'answer' }>,
    device?: string,
  ): Promise<Done | Rejection>;
  /** Goes into a team. */
  chooseTeam(seatId: SeatId, team: number): Promise<Done | Rejection>;
  /** Hands a seat's work in, or takes it back; asked twice, it is done once. */
  hand(
    seatId: SeatId,
    command: Extract<StudentCommand, { type: 'handIn' | 'takeBack' }>,
  ): Promise<Done | Rejection>;
  /** Asks the teacher something, or supports what somebody asked. `id` names a new question, so that a retry is the same one. */
  ask(
    seatId: SeatId,
    id: CommandId,
    command: Extract<StudentCommand, { type: 'post' | 'votePost' }>,
  ): Promise<Done | Rejection>;
  /** What the class has asked, as this seat may read it. */
  posts(seatId: SeatId): Done | Rejection;
  /** How it goes for this seat, or its applause: told at once, and never stored. */
  signal(
    seatId: SeatId,
    command: Extract<StudentCommand, { type: 'feel' | 'react' }>,
  ): Done | Rejection;
  /** `by`: who says so. */
  teacher(id: CommandId, command: TeacherCommand, by?: TeacherId): Promise<Done | Rejection>;
  /** After a restart: the program was gone for `lostMs` of the laptop's clock. */
  recover(lostMs: number): Promise<Done | Rejection>;
  /** The journal of the lesson, which is over, was written otherwise, without the students of these seats (null: of any). */
  erased(seats: SeatId[] | null): void;
  /** Whether a timer runs that a crash would have to restore. */
  timerRuns(): boolean;
  stop(): void;
};

/** Names and students of seats that are made by a command. */
type People = Required<Pick<LessonEntry, 'names' | 'students'>>;
const nobody: People = { names: [], students: [] };

/** The one place where a lesson's state lives and changes: decide, commit, acknowledge, publish. */
export function createLessonRoom(deps: {
  lessonId: LessonId;
  ownerId: string;
  given: GivenTo | null;
  roll: Roll;
  initial: LessonState;
  journal: Pick<JournalPort, 'read'>;
  commit: GroupCommit;
  names: Names;
  presence: LivePresence;
  publisher: (state: () => LessonState) => Publisher;
  clock: Clock;
  timers: Timers;
  newId: () => string;
  moods: MoodRoom;
  /** Whether a name may stand on the wall. */
  nameFits: (name: string) => boolean;
  log: Log;
}): LessonRoom {
  const { lessonId, journal, names, presence, clock, timers } = deps;
  let state = deps.initial;
  // Memory is not to be trusted until it has been read back from the journal.
  let stale = false;
  let stopped = false;
  let healing: unknown = null;
  const teacherReplies = new Map<CommandId, Done>();
  const publisher = deps.publisher(() => state);
  const deadline = createDeadline({
    state: () => state,
    clock,
    timers,
    timeIsUp(command) {
      void submit({ as: 'clock' }, command).then((result) => {
        if (isNotSaved(result)) deadline.arm(tryAgainMs);
      });
    },
  });

  const committed = {
    publish() {
      deadline.arm();
      publisher.publish();
    },
    refold() {
      publisher.distrust();
      stale = true;
      if (healing !== null) timers.clear(healing);
      healing = null;
      try {
        ({ state } = readBack(journal, lessonId, deps.log));
      } catch (error) {
        deps.log.error({ error, lessonId }, 'A lesson could not be read back from the disk.');
        if (!stopped) healing = timers.set(() => committed.refold(), tryAgainMs);
        return;
      }
      stale = false;
      publisher.trust();
      deadline.arm();
    },
  };

  /**
   * `first`: what answers the command without deciding it. `nameOf`: the name of a seat that is taken. `done`: what the
   * sender gets beside the tick. `remember`: under which id to keep the reply.
   */
  function submit(
    actor: Actor,
    command: LessonCommand,
    extra: {
      first?: () => Done | Rejection | null;
      name?: () => { seatId: SeatId; name: string } | null;
      people?: People;
      done?: (done: Done) => Done | Rejection;
      remember?: CommandId;
    } = {},
  ): Promise<Done | Rejection> {
    return new Promise((resolve, broken) => {
      let result: Done | Rejection = reject('not_saved');
      let people: People = nobody;
      let remembered = false;
      const work: Work = {
        prepare() {
          if (stale) committed.refold();
          if (stale) return null;
          const before = extra.first?.();
          if (before) {
            result = before;
            return null;
          }
          const now = clock.now();
          const decision = decide(state, actor, command, now);
          if (isRejection(decision)) {
            result = decision;
            return null;
          }
          result = { at: now };
          if (extra.remember !== undefined) remembered = remember(extra.remember, result);
          if (decision.length === 0) return null;
          const name = extra.name?.();
          people = extra.people ?? (name ? { names: [name], students: [] } : nobody);
          return enter(decision.map(numbered(now)), people);
        },
        settle() {
          try {
            resolve(isRejection(result) || !extra.done ? result : extra.done(result));
          } catch (error) {
            broken(error);
          }
        },
        fail() {
          for (const { seatId } of people.names) names.forget(seatId);
          deps.roll.forget(people.students);
          if (remembered && extra.remember !== undefined) teacherReplies.delete(extra.remember);
          resolve(reject('not_saved'));
        },
      };
      // Nobody stops at the door for a few milliseconds.
      deps.commit.submit(committed, work, actor.as === 'door');
    });
  }

  function remember(id: CommandId, done: Done): true {
    teacherReplies.set(id, done);
    const oldest = teacherReplies.keys().next();
    if (teacherReplies.size > rememberedReplies && !oldest.done)
      teacherReplies.delete(oldest.value);
    return true;
  }

  function numbered(at: number) {
    const from = state.seq;
    return (event: StoredEvent['event'], index: number): StoredEvent => ({
      seq: from + index + 1,
      at,
      event,
    });
  }

  function enter(events: StoredEvent[], people: People): LessonEntry {
    for (const stored of events) {
      evolve(state, stored);
      publisher.note(stored.event);
    }
    for (const { seatId, name } of people.names) names.set(seatId, name);
    deps.roll.add(people.students);
    return { lessonId, events, ...people };
  }

  /** The first reply to a command that this seat has sent before, also before a restart. */
  function firstReply(seatId: SeatId, id: CommandId): Done | Rejection | null {
    const reply = state.seats.get(seatId)?.replies.find(({ commandId }) => commandId === id);
    return reply ? told(reply) : null;
  }

  async function student(
    seatId: SeatId,
    id: CommandId,
    {
      questionId,
      round,
      answer,
      sure,
      tappedAt,
      more = 0,
    }: Extract<StudentCommand, { type: 'answer' }>,
    device: string = seatId,
  ): Promise<Done | Rejection> {
    const { reach } = presence;
    const tap = reach.tap(device, tappedAt);
    const result = await submit(
      { as: 'student', seatId },
      { type: 'answer', commandId: id, questionId, round, answer, sure, tap, device },
      {
        first: () => firstReply(seatId, id),
        done: (done) => {
          const newest = state.seats.get(seatId)?.replies.at(-1);
          return newest?.late && newest.commandId === id ? told(newest) : done;
        },
      },
    );
    const held = reach.holdsSince(seatId);
    if (isNotSaved(result)) reach.failed(seatId, device, more);
    else reach.settled(seatId, device, more);
    if (held !== reach.holdsSince(seatId)) publisher.refresh();
    return result;
  }

  function joined(seatId: SeatId): Done['joined'] {
    return {
      seat: seatView(state, seatId, names.of),
      frame: publisher.studentFrame(),
      ...paperOf(state),
    };
  }

  function notHere(seatId: SeatId): Rejection | null {
    if (stale) return reject('not_saved');
    if (state.status === 'ended') return reject('lesson_over');
    return state.seats.get(seatId)?.removed === false ? null : reject('seat_removed');
  }

  function seatedNow(device: string, done: Done): Done {
    const held = state.byDevice.get(device);
    return held === undefined ? done : { ...done, joined: joined(held) };
  }

  return {
    lessonId,
    ownerId: deps.ownerId,
    given: deps.given,
    roll: deps.roll,
    presence,
    publisher,
    state: () => state,
    ready: () => !stale,
    seatOfDevice: (device) => state.byDevice.get(device) ?? null,
    join(device, wanted, { ask = false, suspect = false } = {}) {
      const seatId = deps.newId();
      const asksName = () => state.settings.identity !== 'anonymous' && !state.byDevice.has(device);
      return submit(
        { as: 'door' },
        { type: 'takeSeat', seatId, device, suspect },
        {
          first() {
            if (!asksName()) return null;
            if (wanted === '') return reject('name_empty');
            if (playOf(state.settings).nameFilter && !deps.nameFits(wanted))
              return reject('name_refused');
            return ask && names.free(wanted) !== wanted ? reject('name_taken') : null;
          },
          name: () => (asksName() ? { seatId, name: names.free(wanted) } : null),
          done: (done) => seatedNow(device, done),
        },
      );
    },
    comeBack: (device, seat, name) =>
      submit(
        { as: 'door' },
        { type: 'comeBack', seat, device },
        {
          first() {
            const of = seat === null ? undefined : seatsWithCode(state, seat)[0];
            const other = name !== undefined && of !== undefined && names.of(of.id) !== name;
            return other ? reject('seat_code_unknown') : null;
          },
          done: (done) => seatedNow(device, done),
        },
      ),
    pick(device, studentId, { proved, ask, suspect = false }) {
      const seatId = deps.roll.seatOf(studentId);
      if (seatId === null) return Promise.resolve(reject('seat_unknown'));
      return submit(
        { as: 'door' },
        { type: 'pickSeat', seatId, device, proved, ask, suspect },
        {
          done: (done) =>
            state.byDevice.has(device) ? seatedNow(device, done) : { ...done, asked: true },
        },
      );
    },
    callOff: (device) => submit({ as: 'door' }, { type: 'callOff', device }),
    pickStanding: (device) => pickStanding(state, device),
    addStudents: (students, fresh) =>
      submit(
        { as: 'teacher' },
        { type: 'addSeats', seats: students.map(({ seatId }) => seatId) },
        { people: { names: fresh, students } },
      ),
    student,
    chooseTeam: (seatId, team) => submit({ as: 'student', seatId }, { type: 'chooseTeam', team }),
    hand: (seatId, command) => submit({ as: 'student', seatId }, command),
    ask: (seatId, id, command) =>
      submit(
        { as: 'student', seatId },
        command.type === 'post' ? { type: 'post', postId: id, text: command.text } : command,
      ),
    posts(seatId) {
      const refused = notHere(seatId) ?? notPlayed(playOf(state.settings).qa !== 'off');
      return refused ?? { at: clock.now(), posts: studentPosts(state, seatId) };
    },
    signal(seatId, command) {
      const play = playOf(state.settings);
      const refused =
        notHere(seatId) ?? notPlayed(command.type === 'feel' ? play.pulse : play.reactions);
      if (refused) return refused;
      if (command.type === 'feel') deps.moods.feel(seatId, command.mood);
      else deps.moods.react(command.reaction);
      return { at: clock.now() };
    },
    teacher: (id, command, by) =>
      submit(
        { as: 'teacher' },
        by && command.type === 'markAttendance' ? { ...command, by } : command,
        {
          first: () => teacherReplies.get(id) ?? null,
          remember: id,
        },
      ),
    async recover(lostMs) {
      const result = await submit({ as: 'clock' }, { type: 'recover', lostMs });
      // Also where nothing was lost: the deadline went with the program.
      deadline.arm();
      return result;
    },
    erased(seats) {
      for (const seatId of seats ?? state.seats.keys()) names.forget(seatId);
      committed.refold();
      publisher.publish();
    },
    timerRuns: () => closingTime(state) !== null || talkTimerRuns(state),
    stop() {
      stopped = true;
      if (healing !== null) timers.clear(healing);
      deadline.stop();
      publisher.stop();
    },
  };
}

function notPlayed(isPlayed: boolean): Rejection | null {
  return isPlayed ? null : reject('not_in_this_lesson');
}

/** What a student is told of an answer that is on disk. One that does not count is refused, although it is kept. */
function told({ at, late }: Seat['replies'][number]): Done | Rejection {
  switch (late) {
    case undefined:
      return { at };
    case 'counted':
      return { at, late: true };
    case 'answered_already':
    case 'newer_counts':
    case 'other_device':
      return reject('answer_final', { late } satisfies TooLate);
    case 'tapped_after_closing':
    case 'key_shown':
    case 'rule':
    case 'other_round':
      return reject('question_not_open', { late } satisfies TooLate);
    default:
      return late satisfies never;
  }
}

function isNotSaved(result: Done | Rejection): boolean {
  return isRejection(result) && result.rejected === 'not_saved';
}
