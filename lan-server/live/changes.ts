import type { QuestionId, SeatId } from '../contract/ids.ts';
import type { LessonEvent } from '../lesson/events.ts';

/** Who has to hear of the events of one commit. */
export type Changes = {
  students: boolean;
  plan: boolean;
  /** Every seat: points may have changed for whom nobody can tell any more. */
  everySeat: boolean;
  /** All seats with an answer to these: their result is there or is another, or the question is in sight again. */
  answeredTo: Set<QuestionId>;
  /** Seats that were removed or restored. */
  seats: Set<SeatId>;
  /** Seats that answered. */
  answers: Set<SeatId>;
  /** Whose row of the matrix is another: who answered, handed in or took back. */
  rows: Set<SeatId>;
  /** The questions of the work are there, or may show their keys, or others. */
  paper: boolean;
  /** A late answer counts: the picture on the phones may be another. */
  late: boolean;
  /** Of what students ask the teacher. */
  qa: boolean;
  /** Devices that lead to another seat now, to none, or may know why not. */
  devices: Set<string>;
};

/** Nobody has to hear of anything. */
export function noChanges(): Changes {
  return {
    students: false,
    plan: false,
    everySeat: false,
    answeredTo: new Set(),
    seats: new Set(),
    answers: new Set(),
    rows: new Set(),
    paper: false,
    late: false,
    qa: false,
    devices: new Set(),
  };
}

/** After a failed commit: whoever may have seen something else sees the whole again. */
export function allChanges(): Changes {
  return { ...noChanges(), students: true, qa: true, plan: true, everySeat: true, paper: true };
}

/** Adds what an event changes. Console and wall hear of every event; students only of what they see. */
export function noteChange(changes: Changes, event: LessonEvent): void {
  switch (event.type) {
    case 'seatTaken':
      changes.rows.add(event.seatId);
      if (event.admitted) changes.devices.add(event.device);
      return;
    case 'deviceLetIn':
      for (const device of [event.device, ...event.instead]) changes.devices.add(device);
      return;
    case 'claimEnded':
      changes.devices.add(event.device);
      return;
    case 'seatsAdded':
    case 'seatClaimed':
    case 'attendanceMarked':
      return;
    case 'deviceJoined':
    // Who sent it learns by the tick.
    case 'answerTooLate':
    case 'wallSet':
    case 'doorLocked':
      return;
    case 'posted':
    case 'postVoted':
    case 'postSet':
    case 'postShown':
      changes.qa = true;
      return;
    case 'started':
    case 'cardModerated':
    case 'cardsTurned':
    case 'seatsErased':
    case 'unreadable':
      return;
    case 'answered':
      changes.answers.add(event.seatId);
      changes.rows.add(event.seatId);
      if (event.late?.byMs) {
        changes.late = true;
        changes.seats.add(event.seatId);
      }
      return;
    case 'seatRemoved':
    case 'seatRestored':
    case 'teamJoined':
      changes.seats.add(event.seatId);
      changes.qa = true;
      return;
    case 'questionOpened':
      changes.students = true;
      // A further round takes back the points of the one before, and its answers are gone.
      if (event.round > 1) changes.everySeat = true;
      return;
    case 'boardShown':
      changes.students = true;
      // Each phone tells its own place.
      changes.everySeat = true;
      return;
    case 'handedIn':
    case 'takenBack':
      changes.seats.add(event.seatId);
      changes.rows.add(event.seatId);
      return;
    case 'workOpened':
    case 'workReleased':
      changes.students = true;
      changes.paper = true;
      changes.everySeat = true;
      return;
    case 'boardHidden':
    case 'workExtended':
    case 'workClosed':
    case 'timerExtended':
    case 'questionClosed':
    case 'discussionStarted':
    case 'lessonPaused':
    case 'lessonResumed':
    case 'recovered':
    case 'ended':
    case 'questionSkipped':
      changes.students = true;
      return;
    case 'wentTo':
      changes.students = true;
      if (event.questionId !== null) changes.answeredTo.add(event.questionId);
      return;
    case 'keyRevealed':
      changes.students = true;
      changes.answeredTo.add(event.questionId);
      return;
    case 'keySet':
      changes.students = true;
      changes.answeredTo.add(event.questionId);
      // A question that counts no more joins the rows of right answers around it.
      if (event.key === null) changes.everySeat = true;
      changes.plan = true;
      changes.paper = true;
      return;
    case 'questionsReordered':
    case 'questionAdded':
      changes.students = true;
      changes.plan = true;
      return;
    default:
      event satisfies never;
  }
}
