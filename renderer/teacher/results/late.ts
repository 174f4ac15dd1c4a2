import type { Results } from '../../../lan-server/contract/api.ts';

/** An answer that arrived after the closing; `reason` null: it counts. `question` counts from 1, `at` is ms since 1970. */
export type LateAnswer = {
  seatId: string;
  name: string | null;
  number: number;
  question: number;
  answer: string;
  at: number;
} & (
  | { reason: null; lateMs: number }
  | { reason: Results['tooLate'][number]['reason']; lateMs: null }
);

/** All late answers of a lesson, by question and then by arrival. */
export function lateAnswersOf({ questions, students, tooLate }: Results): LateAnswer[] {
  const late = students.flatMap(({ seatId, name, number, answers }): LateAnswer[] =>
    answers.flatMap((one, place) =>
      one && one.lateMs !== null
        ? [
            {
              seatId,
              name,
              number,
              question: place + 1,
              answer: one.letter ?? one.text,
              at: one.at,
              reason: null,
              lateMs: one.lateMs,
            },
          ]
        : [],
    ),
  );
  const kept = tooLate.flatMap(({ seatId, questionId, letter, text, at, reason }): LateAnswer[] => {
    const student = students.find((one) => one.seatId === seatId);
    const place = questions.findIndex(({ question }) => question.id === questionId);
    if (!student || place < 0) return [];
    const { name, number } = student;
    const answer = letter ?? text;
    return [{ seatId, name, number, question: place + 1, answer, at, reason, lateMs: null }];
  });
  return [...late, ...kept].toSorted((a, b) => a.question - b.question || a.at - b.at);
}

/** A time as a person says it: up to 99 s in seconds, up to 99 min in minutes, else in hours; at least 1. */
export function lateSpan(ms: number): { unit: 'seconds' | 'minutes' | 'hours'; count: number } {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 100) return { unit: 'seconds', count: seconds };
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return { unit: 'minutes', count: minutes };
  return { unit: 'hours', count: Math.round(minutes / 60) };
}
