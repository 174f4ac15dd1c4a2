import type { TeacherCommand } from '../contract/commands.ts';
import type { CommandId, LessonId, SeatId, TeacherId } from '../contract/ids.ts';
import type { Rejection } from '../contract/rejections.ts';
import { talkTimerRuns } from '../lesson/peer.ts';
import type { LessonState } from '../lesson/state.ts';
import type { Log } from '../log.ts';
import type { GivenTo, JournalPort } from '../ports.ts';
import type { Clock } from './clock.ts';
import type { Timers } from './coalesce.ts';
import { closingTime } from './deadline.ts';
import type { GroupCommit } from './group-commit.ts';
import { createLedger } from './ledger.ts';
import type { Done, Ledger } from './ledger.ts';
import type { MoodRoom } from './moods.ts';
import type { Names } from './names.ts';
import type { LivePresence } from './presence.ts';
import type { Publisher } from './publisher.ts';
import type { Roll } from './roll.ts';
import { createRoomDoor } from './room-door.ts';
import type { RoomDoor } from './room-door.ts';
import { createRoomStudents } from './room-students.ts';
import type { RoomStudents } from './room-students.ts';

/** A console sends a command again within seconds. */
const rememberedReplies = 100;

/** A lesson as everybody around it meets it. */
export type LessonRoom = RoomDoor &
  RoomStudents &
  Pick<Ledger, 'state' | 'ready' | 'publisher'> & {
    readonly lessonId: LessonId;
    readonly ownerId: string;
    /** The class that it was given to; null: to none. */
    readonly given: GivenTo | null;
    /** Whose the seats of its list are. */
    readonly roll: Pick<Roll, 'seatOf' | 'studentOf'>;
    readonly presence: LivePresence;
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
  const { lessonId, ownerId, given, roll, presence, names } = deps;
  const ledger = createLedger(deps);
  const { state, submit, publisher } = ledger;
  const teacherReplies = new Map<CommandId, Done>();

  function remember(id: CommandId, done: Done) {
    teacherReplies.set(id, done);
    const oldest = teacherReplies.keys().next();
    if (teacherReplies.size > rememberedReplies && !oldest.done)
      teacherReplies.delete(oldest.value);
  }

  return {
    lessonId,
    ownerId,
    given,
    roll,
    presence,
    publisher,
    state,
    ready: ledger.ready,
    ...createRoomDoor({ ...deps, ledger }),
    ...createRoomStudents({ ...deps, ledger }),
    teacher: (id, command, by) =>
      submit(
        { as: 'teacher' },
        by && command.type === 'markAttendance' ? { ...command, by } : command,
        {
          first: () => teacherReplies.get(id) ?? null,
          decided: (done) => remember(id, done),
          undone: () => teacherReplies.delete(id),
        },
      ),
    async recover(lostMs) {
      const result = await submit({ as: 'clock' }, { type: 'recover', lostMs });
      // Also where nothing was lost: the deadline went with the program.
      ledger.arm();
      return result;
    },
    erased(seats) {
      for (const seatId of seats ?? state().seats.keys()) names.forget(seatId);
      ledger.refold();
      publisher.publish();
    },
    timerRuns: () => closingTime(state()) !== null || talkTimerRuns(state()),
    stop: ledger.stop,
  };
}
