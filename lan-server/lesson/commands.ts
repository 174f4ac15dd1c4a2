import type { AttendanceMark } from '../contract/attendance.ts';
import type { TeacherCommand } from '../contract/commands.ts';
import type { CommandId, QuestionId, SeatId, TeacherId } from '../contract/ids.ts';
import type { PostStanding } from '../contract/qa.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { LessonEvent } from './events.ts';

/** All that can be asked of a lesson: what comes from outside, and what the program itself asks. */
export type LessonCommand =
  | TeacherCommand
  | AnswerCommand
  | SeatCommand
  | RosterCommand
  | WorkCommand
  | QaCommand
  /** The timer of this round has run out. */
  | { type: 'timeIsUp'; questionId: QuestionId; round: number }
  /** The program was gone for `lostMs`; negative where the laptop's clock was set back meanwhile. */
  | { type: 'recover'; lostMs: number };

/** What follows from a command, or why nothing does. */
export type Decision = LessonEvent[] | Rejection;

/** When an answer was tapped, as far as the program believes it. */
export type Tap = {
  /** ms since 1970 by the server's clock. */
  at: number;
  /** Since when its device was out of reach, or could not be taken an answer from; null: it was connected all along. */
  awaySince: number | null;
};

export type AnswerCommand = {
  type: 'answer';
  commandId: CommandId;
  questionId: QuestionId;
  round: number;
  answer: unknown;
  /** How sure the student is. */
  sure?: boolean | undefined;
  /** Left out where it comes as it is tapped. */
  tap?: Tap;
  /** Which device it comes from. */
  device?: string;
};

export type SeatCommand =
  /** `suspect`: it comes from where somebody was taken out, and waits for the teacher's yes. */
  | { type: 'takeSeat'; seatId: SeatId; device: string; suspect?: boolean }
  /** A device without a seat comes to one that was taken with another. */
  | { type: 'comeBack'; seat: string | null; device: string }
  /** The one who asks goes into a team. */
  | { type: 'chooseTeam'; team: number };

/** In a lesson with a list of names. */
export type RosterCommand =
  /**
   * A device comes to a seat of the list. `proved`: it has shown that it is the student's; `ask`: it could not, so the teacher has to
   * say. `suspect` as in `takeSeat`.
   */
  | {
      type: 'pickSeat';
      seatId: SeatId;
      device: string;
      proved: boolean;
      ask: boolean;
      suspect?: boolean;
    }
  | { type: 'callOff'; device: string }
  | { type: 'addSeats'; seats: SeatId[] }
  | { type: 'admitClaim'; claim: number }
  | { type: 'refuseClaim'; claim: number }
  | {
      type: 'markAttendance';
      seatId: SeatId;
      mark: AttendanceMark | null;
      minutes?: number | undefined;
      by?: TeacherId | undefined;
    };

/** In a lesson at one's own speed. */
export type WorkCommand =
  /** Opens all questions at once; closed but not released: again, answers stay. */
  | { type: 'startWork' }
  | { type: 'closeWork' }
  /** Shows key, explanation and results of all questions; open work is closed first. */
  | { type: 'releaseWork' }
  /** The student has finished. */
  | { type: 'handIn' }
  /** Goes on after all, while the work is open and answers may be changed. */
  | { type: 'takeBack' }
  | { type: 'workTimeIsUp' };

/** About students' questions to the teacher. */
export type QaCommand =
  | { type: 'post'; postId: string; text: string }
  | { type: 'votePost'; postId: string; on: boolean }
  | { type: 'setPost'; postId: string; standing: PostStanding }
  | { type: 'showPost'; postId: string | null };
