import type { Database } from 'better-sqlite3';
import type { LessonId, QuestionId } from '../lan-server/contract/ids.ts';
import type { LessonEvent, StoredEvent } from '../lan-server/ports.ts';
import type { Question } from '../lan-server/questions/index.ts';
import { kindOf } from '../lan-server/questions/index.ts';
import { createAttendanceProjection } from './project-attendance.ts';
import { createDeviceProjection } from './project-devices.ts';
import { prepareProjections } from './projection-statements.ts';

/** Raised when the same events would be written otherwise; at the next start all lessons are rebuilt. */
export const projectionVersion = 3;

export type Projections = {
  /** Writes what one event means for the reports. */
  apply(lessonId: LessonId, stored: StoredEvent): void;
  /** Every event of the lesson up to this one has been written. */
  reached(lessonId: LessonId, seq: number): void;
  /** Forgets what is cached of a lesson, because the transaction that wrote it did not hold. */
  forget(lessonId: LessonId): void;
};

/**
 * The reports' tables, written from the events of the journal. Frozen questions are cached (an answer is graded at each
 * tap) for as long as their lesson has not ended.
 */
export function createProjections(db: Database): Projections {
  const write = prepareProjections(db);
  const attendance = createAttendanceProjection(db);
  const devices = createDeviceProjection(db);
  const cached = new Map<LessonId, Map<QuestionId, Question>>();

  const questionOf = (lessonId: LessonId, questionId: QuestionId): Question => {
    const known = cached.get(lessonId) ?? new Map<QuestionId, Question>();
    cached.set(lessonId, known);
    const hit = known.get(questionId);
    if (hit) return hit;
    const row = write.question.get(lessonId, questionId);
    if (!row) throw new Error(`lesson ${lessonId} has no question ${questionId}`);
    const question = JSON.parse(row.question) as Question;
    known.set(questionId, question);
    return question;
  };

  const answered = (
    lessonId: LessonId,
    {
      questionId,
      round,
      seatId,
      answer,
      late,
      sure,
      by,
    }: Extract<LessonEvent, { type: 'answered' }>,
    at: number,
  ): void => {
    if (by !== undefined) devices.said(lessonId, { questionId, round, seatId, answer, by }, at);
    const text = JSON.stringify(answer);
    const said = sure === undefined ? null : Number(sure);
    if (
      said !== null &&
      write.sure.run(said, lessonId, questionId, round, seatId, text).changes > 0
    )
      return;
    const isCold = !cached.has(lessonId);
    const question = questionOf(lessonId, questionId);
    const grade = kindOf(question).grade(question, answer);
    write.answer.run(
      lessonId,
      questionId,
      round,
      seatId,
      text,
      grade?.credit ?? null,
      grade === null ? null : Number(grade.right),
      at,
      late?.tappedAt ?? null,
      late?.byMs ?? null,
      said,
    );
    // It may have come after the end of its lesson, when nobody would forget the question again.
    if (late && isCold) cached.delete(lessonId);
  };

  const setKey = (
    lessonId: LessonId,
    { questionId, key }: Extract<LessonEvent, { type: 'keySet' }>,
  ): void => {
    const isCold = !cached.has(lessonId);
    const before = questionOf(lessonId, questionId);
    const question = kindOf(before).withKey(before, key);
    if (question === null) return;
    write.setQuestion.run(JSON.stringify(question), lessonId, questionId);
    cached.get(lessonId)?.set(questionId, question);
    for (const row of write.answersTo.all(lessonId, questionId)) {
      const grade = kindOf(question).grade(question, JSON.parse(row.answer));
      write.regrade.run(
        grade?.credit ?? null,
        grade === null ? null : Number(grade.right),
        lessonId,
        questionId,
        row.round,
        row.seat_id,
      );
    }
    // It may have come after the end of its lesson, when nobody would forget the questions again.
    if (isCold) cached.delete(lessonId);
  };

  const apply = (lessonId: LessonId, { seq, event, at }: StoredEvent): void => {
    switch (event.type) {
      case 'started': {
        const { title, subject, code, settings, questions } = event;
        write.start.run(lessonId, title, subject, code, settings.identity, at, questions.length);
        for (const [index, question] of questions.entries()) {
          write.addQuestion.run(lessonId, question.id, index + 1, JSON.stringify(question));
        }
        attendance.list(lessonId, event.roster ?? [], seq);
        return;
      }
      case 'seatTaken':
        write.takeSeat.run({ lessonId, seatId: event.seatId });
        if (event.waits) write.setRemoved.run(1, lessonId, event.seatId, 1);
        else write.countSeats.run(1, lessonId);
        attendance.taken(lessonId, event.seatId, at, event.waits === true);
        return;
      case 'seatRemoved':
        if (write.setRemoved.run(1, lessonId, event.seatId, 1).changes > 0) {
          write.countSeats.run(-1, lessonId);
        }
        return;
      case 'seatRestored':
        if (write.setRemoved.run(0, lessonId, event.seatId, 0).changes > 0) {
          write.countSeats.run(1, lessonId);
        }
        attendance.restored(lessonId, event.seatId);
        return;
      case 'seatsAdded':
        attendance.list(lessonId, event.seats, seq);
        return;
      case 'attendanceMarked':
        attendance.marked(lessonId, seq, event, at);
        return;
      case 'questionOpened':
        write.open.run(event.round, lessonId, event.questionId);
        return;
      case 'workOpened':
        write.openAll.run(lessonId);
        return;
      case 'answered':
        answered(lessonId, event, at);
        return;
      case 'answerTooLate':
        if (event.by !== undefined && event.reason === 'other_device')
          devices.said(lessonId, { ...event, by: event.by }, at);
        write.tooLate.run(
          lessonId,
          seq,
          event.questionId,
          event.round,
          event.seatId,
          JSON.stringify(event.answer),
          event.tappedAt,
          at,
          event.reason,
        );
        return;
      case 'questionSkipped':
        write.skip.run(lessonId, event.questionId);
        return;
      case 'questionsReordered':
        for (const [index, questionId] of event.order.entries()) {
          write.place.run(index + 1, lessonId, questionId);
        }
        return;
      case 'questionAdded':
        write.makeRoom.run(lessonId, event.position);
        write.addQuestion.run(
          lessonId,
          event.question.id,
          event.position + 1,
          JSON.stringify(event.question),
        );
        write.countQuestions.run(lessonId);
        return;
      case 'keySet':
        setKey(lessonId, event);
        return;
      case 'lessonPaused':
        write.setStatus.run('paused', null, lessonId);
        return;
      case 'lessonResumed':
        write.setStatus.run('live', null, lessonId);
        return;
      case 'ended':
        write.setStatus.run('ended', at, lessonId);
        cached.delete(lessonId);
        return;
      case 'workExtended':
      case 'workClosed':
      case 'workReleased':
      case 'handedIn':
      case 'takenBack':
      case 'deviceJoined':
      case 'deviceLetIn':
      case 'seatClaimed':
      case 'claimEnded':
      case 'wentTo':
      case 'timerExtended':
      case 'questionClosed':
      case 'discussionStarted':
      case 'keyRevealed':
      case 'recovered':
      case 'wallSet':
      case 'teamJoined':
      case 'boardShown':
      case 'boardHidden':
      case 'doorLocked':
      case 'posted':
      case 'postVoted':
      case 'postSet':
      case 'postShown':
      case 'cardModerated':
      case 'cardsTurned':
      case 'seatsErased':
      case 'unreadable':
        return;
      default:
        event satisfies never;
    }
  };

  return {
    apply,
    reached: (lessonId, seq) => void write.reached.run(seq, lessonId),
    forget: (lessonId) => void cached.delete(lessonId),
  };
}
