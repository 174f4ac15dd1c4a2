import { countConfidence } from '../contract/confidence.ts';
import type { Confidence } from '../contract/confidence.ts';
import type { Answer } from '../questions/index.ts';
import { kindOf } from '../questions/index.ts';
import type { Asked, CountedAnswer } from './asked.ts';
import type { LessonEvent, LessonSettings } from './events.ts';
import { playOf } from './events.ts';

/**
 * “How sure are you?” It is part of an answer: the same command, event, retry and rule for late ones. Said afterwards, it comes with
 * the same answer again; then it adds to what stands and is no new answer.
 */

/** Whether students are asked. At one's own speed they are not: feedback may come before they could say. */
export function asksSure(settings: LessonSettings): boolean {
  const { confidence, pacing } = playOf(settings);
  return confidence && pacing === 'teacher';
}

/** The same for one question: only where something can be right, now or once the teacher says what. */
export function asksSureOf(settings: LessonSettings, { question }: Asked): boolean {
  const kind = kindOf(question);
  return asksSure(settings) && (kind.key(question) !== null || kind.keyMarking !== undefined);
}

/** Whether this only says how sure the student is of the answer that stands. */
export function onlySaysHowSure(
  standing: CountedAnswer | undefined,
  answer: Answer,
  sure: boolean | undefined,
): boolean {
  return (
    sure !== undefined &&
    standing !== undefined &&
    JSON.stringify(standing.answer) === JSON.stringify(answer)
  );
}

/** The answer that counts after an event; one that only says how sure keeps the time of the one that it is about. */
export function countedBy(
  standing: CountedAnswer | undefined,
  { answer, sure, late, by }: Extract<LessonEvent, { type: 'answered' }>,
  at: number,
): CountedAnswer {
  if (sure !== undefined && standing && onlySaysHowSure(standing, answer, sure))
    return { ...standing, sure };
  return {
    answer,
    at,
    ...(late && { late }),
    ...(sure !== undefined && { sure }),
    ...(by !== undefined && { by }),
  };
}

/** Adds (1) or takes out (-1) what one answer says. Costs the same whatever the class's size. */
export function countSure(asked: Asked, { answer, sure }: CountedAnswer, by: 1 | -1): void {
  if (sure === undefined) return;
  const grade = kindOf(asked.question).grade(asked.question, answer);
  countConfidence(asked.confidence, sure, grade === null ? null : grade.right, by);
}

/** What the console may know; nothing where nobody has said anything. */
export function confidenceOf({ confidence }: Asked): { confidence?: Confidence } {
  return confidence.sure + confidence.unsure === 0 ? {} : { confidence: { ...confidence } };
}
