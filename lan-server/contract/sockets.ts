import { z } from 'zod';
import type { Ack } from './commands.ts';
import type {
  EnrolledFrame,
  PlanFrame,
  ProjectorFrame,
  RosterFrame,
  SeatFrame,
  StudentFrame,
  TeacherFrame,
  Welcome,
} from './frames.ts';
import type { MatrixFrame, PaperFrame, PicturesFrame } from './work.ts';
import type { QaFrame } from './qa.ts';
import type { ClassroomFrame, DeskFrame } from './schedule.ts';
import type { ClassFrame } from './roll.ts';
import type { Trouble } from './trouble.ts';
import { deviceTokenSchema, joinCodeSchema, lessonIdSchema } from './ids.ts';

/**
 * The handshake's `auth`: which door this connection wants. A student shows a device token; console and projector are
 * known by the teacher's cookie, which travels by itself.
 */
export const handshakeSchema = z.discriminatedUnion('as', [
  z.object({ as: z.literal('student'), code: joinCodeSchema, device: deviceTokenSchema }),
  /** At a class's page; the same token as in its lessons. */
  z.object({
    as: z.literal('class'),
    code: z.string().regex(/^[A-Za-z0-9]{4,12}$/),
    device: deviceTokenSchema,
  }),
  z.object({ as: z.literal('teacher'), lessonId: lessonIdSchema }),
  z.object({ as: z.literal('projector'), lessonId: lessonIdSchema }),
  /** The teacher's window, outside any lesson. */
  z.object({ as: z.literal('desk') }),
]);
/** A refused one arrives as `connect_error` with a `WireError` in `error.data`. */
export type Handshake = z.infer<typeof handshakeSchema>;

/** Server → client. `frame` carries the audience's own frame. */
export type ServerEvents = {
  welcome: (welcome: Welcome) => void;
  frame: (frame: StudentFrame | ProjectorFrame | TeacherFrame) => void;
  seat: (frame: SeatFrame) => void;
  plan: (frame: PlanFrame) => void;
  roster: (frame: RosterFrame) => void;
  enrolled: (frame: EnrolledFrame) => void;
  class: (frame: ClassFrame) => void;
  paper: (frame: PaperFrame) => void;
  matrix: (frame: MatrixFrame) => void;
  pictures: (frame: PicturesFrame) => void;
  /** To phones and wall at their connection: names of the lesson's pictures, to be loaded in idle moments. None: not sent. */
  images: (names: string[]) => void;
  qa: (frame: QaFrame) => void;
  desk: (frame: DeskFrame) => void;
  /** To a device at a class's page; null: it has not said who it is. */
  classroom: (frame: ClassroomFrame | null) => void;
  trouble: (trouble: Trouble | null) => void;
};

/** Client → server: one event, acknowledged after the commit. */
export type ClientEvents = {
  command: (envelope: { id: string; command: object }, acknowledge: (ack: Ack) => void) => void;
};
