import type { LessonRecord } from '../ports.ts';
import type { Labels } from './labels.ts';
import { answerText } from './answer-text.ts';
import { answersBySeat } from './results.ts';

/** Whether anything arrived after a closing: only then do the tables speak of it. */
export function hasLate({ answers, tooLate }: LessonRecord): boolean {
  return tooLate.length > 0 || answers.some(({ late }) => late !== null && late.byMs > 0);
}

/**
 * What arrived late from a student, in a cell: `1: 42 s; 3: B, tapped after the closing`. The number is the question's; a time
 * means that it counts, a reason that it does not. Looks through the answers once: whoever waits for a tick waits for a file too.
 */
export function lateCells(record: LessonRecord, labels: Labels): (seatId: string) => string | null {
  const countedOf = answersBySeat(record);
  const tooLateOf = Map.groupBy(record.tooLate, ({ seatId }) => seatId);
  return (seatId) => {
    const tooLate = tooLateOf.get(seatId) ?? [];
    const parts = record.questions.flatMap(({ question }, index) => {
      const byMs = countedOf(seatId, question.id)?.late?.byMs ?? 0;
      const counted = byMs > 0 ? [`${index + 1}: ${Math.max(1, Math.round(byMs / 1000))} s`] : [];
      const kept = tooLate
        .filter(({ questionId }) => questionId === question.id)
        .map(({ answer, reason }) => {
          const { letter, text } = answerText(question, answer);
          return `${index + 1}: ${letter ?? text}, ${labels.lateReason[reason]}`;
        });
      return [...counted, ...kept];
    });
    return parts.length === 0 ? null : parts.join('; ');
  };
}
