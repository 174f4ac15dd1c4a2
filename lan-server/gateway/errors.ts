import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Rejection, RejectionCode, WireError } from '../contract/rejections.ts';
import { reject, rejections } from '../contract/rejections.ts';
import type { Log } from '../log.ts';

/**
 * What each refusal says to who reads the wire (a script, a log). Pages say it from `renderer/i18n` by the code, in
 * their reader's language.
 */
const messages: Record<RejectionCode, string> = {
  bad_request: 'The request does not have the form that this route expects.',
  unknown_route: 'There is no such route.',
  not_found: 'There is nothing under this id.',
  not_signed_in: 'This needs a teacher’s session, or a key.',
  wrong_launch_key: 'This is not the launch key of this start.',
  wrong_password: 'This is not the password.',
  wrong_key: 'This key opens nothing: it is not known here, has expired, or was revoked.',
  key_too_narrow:
    'This key may not do that; details name the scope that it would need, or null where no key may.',
  forbidden: 'This session may not do that.',
  laptop_only: 'Only a session that was opened at the laptop may do that.',
  last_admin: 'There has to be an admin.',
  already_invited: 'This teacher teaches it already.',
  wrong_pin: 'This is not the PIN.',
  wrong_sign_in_code: 'This code does not hold.',
  wrong_host: 'This program does not answer under that Host.',
  wrong_origin: 'The request comes from a page of another origin.',
  setup_done: 'The welcome was done before.',
  setup_missing: 'The welcome has to be done first.',
  changed_elsewhere: 'A newer revision was saved meanwhile; details hold it.',
  too_large: 'The body is too large.',
  image_kind: 'Pictures are taken as JPEG, PNG, WebP, GIF and AVIF; details tell what this is.',
  sound_kind: 'Recordings are taken as MP3, M4A and WAV; details tell what this is.',
  image_damaged: 'This picture cannot be read to its end.',
  image_too_many_pixels: 'This picture has more pixels than are unpacked here.',
  too_many: 'Too many requests; try again later.',
  not_saved: 'The disk did not take it; nothing was stored.',
  internal: 'Something failed inside; the log says more.',
  unknown_code: 'No lesson has this code.',
  lesson_over: 'The lesson has ended.',
  lesson_paused: 'The lesson is paused.',
  lesson_not_paused: 'The lesson is not paused.',
  lesson_paused_already: 'The lesson is paused already.',
  no_questions: 'The quiz has no questions.',
  quiz_not_ready: 'No question of the quiz can be asked yet; details say what they lack.',
  question_unknown: 'The lesson has no such question.',
  question_not_current: 'The lesson is at another question.',
  question_not_open: 'The question is not open.',
  question_already_open: 'The question is open already.',
  question_not_closed: 'The question has to be closed first.',
  question_not_timed: 'The question’s timer has not run out.',
  question_asked_already: 'The lesson has this question already.',
  self_paced: 'In this lesson each student goes through all questions at their own speed.',
  not_self_paced: 'In this lesson the teacher opens the questions.',
  work_started: 'The work has started already.',
  work_not_open: 'The work is not open.',
  handed_in: 'This student has handed in.',
  answer_does_not_fit: 'The answer does not fit the question.',
  answer_final: 'In this lesson the first answer is final.',
  answer_unknown: 'There is no such answer.',
  answer_changed: 'The student has changed this answer.',
  lesson_full: 'The lesson has as many students as it can take.',
  door_locked: 'The teacher has closed the door of this lesson.',
  too_late_to_join: 'The lesson has begun and takes nobody in any more.',
  name_refused: 'This name cannot stand on the wall.',
  not_joined: 'This device has no seat in the lesson.',
  seat_unknown: 'The lesson has no such seat.',
  seat_removed: 'This seat was removed from the lesson.',
  seat_code_unknown: 'No seat of this lesson has this code.',
  seat_code_doubled: 'Two seats of this lesson have this code.',
  name_empty: 'The name is empty.',
  class_empty: 'The class has no students.',
  proof_needed: 'This name has a PIN; details say how it is given.',
  wrong_proof: 'This is not the PIN of this name.',
  name_taken: 'Somebody of this name is in the lesson already.',
  team_chosen: 'This student has chosen a team already.',
  not_in_this_lesson: 'This lesson is played without it.',
  order_does_not_fit: 'The order must name each question once.',
  key_does_not_fit: 'The key does not fit the question.',
  table_unreadable: 'This is no table that can be read here; details say why.',
  section_exists: 'The class has a section of this name already.',
  section_not_empty: 'The section has students; say where they go.',
  backup_running: 'A backup or a restore is at work; one at a time.',
  backup_flawed: 'This backup cannot be restored; details say why.',
  folder_unusable: 'Backups cannot be written to this folder; details say why.',
  lesson_runs: 'A lesson runs; end it first.',
  plan_settled: 'This occurrence was started or cancelled, or it is over.',
  plan_runs: 'Another lesson of this plan runs; end it first.',
  plan_past: 'This time is over.',
  in_rescue: 'The data is damaged; the teacher has to decide what to do with it first.',
  not_in_rescue: 'The data is not damaged.',
};

/** A refusal in the one form that errors have on the wire. */
export function wireError({ rejected, details }: Rejection): WireError {
  return {
    code: rejected,
    message: messages[rejected],
    ...(details === undefined ? {} : { details }),
  };
}

/** Answers with `{ error }` under the refusal's HTTP status. */
export function refuse(response: Response, rejection: Rejection): void {
  const wait = (rejection.details as { retryAfterSeconds?: unknown } | undefined)
    ?.retryAfterSeconds;
  if (typeof wait === 'number') response.setHeader('Retry-After', wait);
  response.status(rejections[rejection.rejected]).json({ error: wireError(rejection) });
}

/** The end of the road under `/api`. */
export const unknownRoute: RequestHandler = (_request, response) => {
  refuse(response, reject('unknown_route'));
};

/** Turns what was thrown into the error form: what the client did wrong, or `internal` for a bug, which the log keeps. */
export function errorForm(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      log.error({ error, method: request.method }, 'A response broke off in the middle.');
      next(error);
      return;
    }
    const rejection = asRejection(error);
    if (rejection.rejected === 'internal' || rejection.rejected === 'not_saved') {
      // Neither the body nor what was asked for: the one may hold names, the other a code.
      const route = (request.route as { path?: string } | undefined)?.path ?? '';
      log.error(
        { error, method: request.method, route: request.baseUrl + route },
        'A request failed.',
      );
    }
    refuse(response, rejection);
  };
}

/** Body parser, router and database throw errors with a status or a code of their own. */
function asRejection(error: unknown): Rejection {
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof code === 'string' && code.startsWith('SQLITE_')) return reject('not_saved');
  if (status === 413) return reject('too_large');
  if (typeof status === 'number' && status >= 400 && status < 500) return reject('bad_request');
  return reject('internal');
}
