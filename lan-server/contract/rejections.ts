import { z } from 'zod';

/**
 * Every expected refusal, over HTTP and over the socket, with the HTTP status that it travels under.
 * The text that a person reads stands in `renderer/i18n/*\/errors.json` under the same code.
 */
export const rejections = {
  bad_request: 400,
  unknown_route: 404,
  not_found: 404,
  not_signed_in: 401,
  wrong_launch_key: 401,
  wrong_password: 401,
  wrong_key: 401,
  key_too_narrow: 403,
  forbidden: 403,
  laptop_only: 403,
  last_admin: 409,
  already_invited: 409,
  wrong_pin: 401,
  wrong_sign_in_code: 401,
  wrong_host: 403,
  wrong_origin: 403,
  setup_done: 409,
  setup_missing: 409,
  changed_elsewhere: 409,
  too_large: 413,
  image_kind: 415,
  sound_kind: 415,
  image_damaged: 422,
  image_too_many_pixels: 413,
  too_many: 429,
  not_saved: 503,
  internal: 500,
  unknown_code: 404,
  lesson_over: 410,
  lesson_paused: 409,
  lesson_not_paused: 409,
  lesson_paused_already: 409,
  no_questions: 409,
  quiz_not_ready: 409,
  question_unknown: 404,
  question_not_current: 409,
  question_not_open: 409,
  question_already_open: 409,
  question_not_closed: 409,
  question_not_timed: 409,
  question_asked_already: 409,
  self_paced: 409,
  not_self_paced: 409,
  work_started: 409,
  work_not_open: 409,
  handed_in: 409,
  answer_does_not_fit: 400,
  answer_final: 409,
  answer_unknown: 404,
  answer_changed: 409,
  lesson_full: 409,
  door_locked: 409,
  too_late_to_join: 409,
  not_joined: 403,
  seat_unknown: 404,
  seat_removed: 403,
  seat_code_unknown: 404,
  seat_code_doubled: 409,
  name_empty: 400,
  /** The list of a lesson without anybody on it. */
  class_empty: 409,
  /** The name of a list has a PIN, and none was given. */
  proof_needed: 401,
  wrong_proof: 401,
  name_taken: 409,
  team_chosen: 409,
  not_in_this_lesson: 409,
  name_refused: 400,
  order_does_not_fit: 400,
  key_does_not_fit: 400,
  table_unreadable: 422,
  section_exists: 409,
  section_not_empty: 409,
  backup_running: 409,
  backup_flawed: 409,
  folder_unusable: 409,
  lesson_runs: 409,
  plan_settled: 409,
  plan_runs: 409,
  plan_past: 409,
  in_rescue: 503,
  not_in_rescue: 409,
} as const satisfies Record<string, number>;

export type RejectionCode = keyof typeof rejections;

export const rejectionCodeSchema = z.enum(
  Object.keys(rejections) as [RejectionCode, ...RejectionCode[]],
);

/** The one form of an error, in an HTTP body and in a socket's acknowledgement. */
export const errorSchema = z.object({
  code: rejectionCodeSchema,
  message: z.string(),
  details: z.unknown().optional(),
});
export type WireError = z.infer<typeof errorSchema>;

/** A refusal as a value: what `decide` and the services return instead of throwing. */
export type Rejection = { rejected: RejectionCode; details?: unknown };

/** Makes a refusal. */
export function reject(code: RejectionCode, details?: unknown): Rejection {
  return details === undefined ? { rejected: code } : { rejected: code, details };
}

/** Tells a refusal from any other result. */
export function isRejection(value: unknown): value is Rejection {
  return typeof value === 'object' && value !== null && 'rejected' in value;
}
