import { z } from 'zod';

/**
 * What becomes of an answer that arrives after its question was closed. `tapped`: it counts if it was tapped before the closing.
 * `untilReveal`: the same, as long as the key has not been shown. `never`: it does not count.
 */
export const lateRuleSchema = z.enum(['tapped', 'untilReveal', 'never']);
export type LateRule = z.infer<typeof lateRuleSchema>;

/**
 * Why an answer was kept and does not count. `key_shown`: by the lesson's rule, or because its device was connected when the
 * key was shown. `other_round`: the question has been opened anew since. `answered_already`: the first answer is final here.
 * `other_device`: the first device's answer counts here.
 * `newer_counts`: the same student has tapped another answer later.
 */
export const lateReasonSchema = z.enum([
  'tapped_after_closing',
  'key_shown',
  'rule',
  'other_round',
  'answered_already',
  'newer_counts',
  'other_device',
]);
export type LateReason = z.infer<typeof lateReasonSchema>;

/** `details` of the refusal of an answer that was kept without counting. */
export type TooLate = { late: LateReason };
