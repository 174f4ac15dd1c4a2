import type { LessonRecord } from '../ports.ts';
import type { Question } from '../questions/index.ts';
import type { Labels } from './labels.ts';

/** What the teacher marked about answers to open questions: a column for stars and one for headings, each only where there is any. */
export function markedColumns({ marked = [] }: LessonRecord, labels: Labels) {
  const ofQuestion = Map.groupBy(marked, ({ questionId }) => questionId);
  const of = ({ id }: Question) => {
    const marks = ofQuestion.get(id) ?? [];
    return {
      marks,
      stars: marks.some(({ starred }) => starred),
      headings: marks.some(({ heading }) => heading !== ''),
    };
  };
  return {
    heads(question: Question, number: number): string[] {
      const { stars, headings } = of(question);
      return [
        ...(stars ? [labels.starred(number)] : []),
        ...(headings ? [labels.heading(number)] : []),
      ];
    },
    cells(question: Question, seatId: string): (string | null)[] {
      const { marks, stars, headings } = of(question);
      const mark = marks.find((one) => one.seatId === seatId);
      return [
        ...(stars ? [mark?.starred ? labels.yes : null] : []),
        ...(headings ? [mark?.heading || null] : []),
      ];
    },
  };
}

/** When each student handed in, by the laptop's clock (`2026-11-21 10:45`), in a lesson at one's own speed. */
export function handedInColumns({ handedIn }: LessonRecord, labels: Labels) {
  return {
    head: handedIn ? [labels.handedIn] : [],
    cells: (seatId: string): (string | null)[] => {
      if (!handedIn) return [];
      const at = handedIn.get(seatId);
      return [at === undefined ? null : minuteOf(new Date(at))];
    },
  };
}

function minuteOf(when: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join('-');
  return `${day} ${two(when.getHours())}:${two(when.getMinutes())}`;
}
