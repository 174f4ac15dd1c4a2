import type {
  EnrolledFrame,
  PlanFrame,
  ProjectorFrame,
  RosterFrame,
  SeatFrame,
  StudentFrame,
  TeacherFrame,
} from '../contract/frames.ts';
import type { MatrixFrame, PaperFrame, PicturesFrame } from '../contract/work.ts';
import type { QaFrame } from '../contract/qa.ts';
import type { SeatId } from '../contract/ids.ts';

/** Where a lesson's frames go. The gateway gives one per lesson; the room knows nothing of sockets. */
export type Audiences = {
  /** To all students of the lesson at once: one serialisation. */
  students(frame: StudentFrame): void;
  seat(seatId: SeatId, frame: SeatFrame): void;
  projector(frame: ProjectorFrame): void;
  teacher(frame: TeacherFrame): void;
  plan(frame: PlanFrame): void;
  roster(frame: RosterFrame): void;
  /** The list of names. */
  enrolled(frame: EnrolledFrame): void;
  /** These devices (the hashes of their tokens) lead to another seat now, or to none. */
  moved(devices: readonly string[]): void;
  /** The questions of the work, to all students of the lesson at once. */
  paper(frame: PaperFrame): void;
  matrix(frame: MatrixFrame): void;
  pictures(frame: PicturesFrame): void;
  qa(frame: QaFrame): void;
};
