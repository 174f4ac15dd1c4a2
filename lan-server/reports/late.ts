import type { LessonRecord } from '../ports.ts';
import type { Labels } from './labels.ts';
import { answerText } from './results.ts';

/** Whether anything arrived after a closing: only then do the tables speak of it. */
export function hasLate({ answers, tooLate }: LessonRecord): boolean {
  return tooLate.length > 0 || answers.some(({ late }) => late !== null && late.byMs > 0);
}

/**
 * What arrived late from one student, in a cell: `1: 42 s; 3: B, tapped after the closing`. The number is the question's; a time
 * means that it counts, a reason that it does not.
 */
export function lateCell(record: LessonRecord, seatId: string, labels: Labels): string | null {
  const parts = record.questions.flatMap(({ question }, index) => {
    const isThis = (one: { seatId: string; questionId: string }) =>
      one.seatId === seatId && one.questionId === question.id;
    const byMs = record.answers.find(isThis)?.late?.byMs ?? 0;
    const counted = byMs > 0 ? [`${index + 1}: ${Math.max(1, Math.round(byMs / 1000))} s`] : [];
    const kept = record.tooLate.filter(isThis).map(({ answer, reason }) => {
      const { letter, text } = answerText(question, answer);
      return `${index + 1}: ${letter ?? text}, ${labels.lateReason[reason]}`;
    });
    return [...counted, ...kept];
  });
  return parts.length === 0 ? null : parts.join('; ');
}
