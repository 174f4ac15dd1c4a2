import type { Results } from '../contract/api.ts';
import { countConfidence, noConfidence } from '../contract/confidence.ts';
import type { Confidence } from '../contract/confidence.ts';
import { conflictsIn } from './devices.ts';
import { answerText } from './answer-text.ts';
import { votesOn } from './rounds.ts';
import type { CountedAnswer, LessonRecord } from '../ports.ts';
import type { Question } from '../questions/index.ts';
import { kindOf } from '../questions/index.ts';

type AskedQuestion = LessonRecord['questions'][number];

/**
 * What a lesson brought, from its report tables: counted answers of the last round, with the votes before it beside them. Removed students are listed but counted
 * nowhere; points have at most two decimals.
 */
export function resultsOf(record: LessonRecord): Results {
  const answerOf = answersBySeat(record);
  const present = new Set(record.seats.filter((seat) => !seat.removed).map(({ seatId }) => seatId));
  const byQuestion = (answers: readonly CountedAnswer[]) =>
    Map.groupBy(
      answers.filter(({ seatId }) => present.has(seatId)),
      ({ questionId }) => questionId,
    );
  const counted = byQuestion(record.answers);
  const earlier = byQuestion(record.earlier);
  return {
    lesson: record.summary,
    questions: record.questions.map((asked) =>
      questionResult(
        asked,
        counted.get(asked.question.id) ?? [],
        earlier.get(asked.question.id) ?? [],
      ),
    ),
    students: record.seats.map(({ seatId, number, name, removed }) => {
      const answers = record.questions.map(({ question }) => answerOf(seatId, question.id));
      return {
        seatId,
        number,
        name,
        removed,
        points: rounded(
          sum(answers.map((counted, index) => pointsFor(record.questions[index], counted) ?? 0)),
        ),
        answers: answers.map((counted, index) => {
          const question = record.questions[index]?.question;
          return counted && question ? studentAnswer(question, counted) : null;
        }),
      };
    }),
    tooLate: tooLateAnswers(record),
    conflicts: conflictsIn(record),
    maxPoints: maxPointsOf(record),
    ...(record.game && { game: record.game }),
    ...(record.handedIn && {
      handedIn: [...record.handedIn].map(([seatId, at]) => ({ seatId, at })),
    }),
    ...(record.marked && { marked: [...record.marked] }),
    ...(record.posts && { posts: [...record.posts] }),
  };
}

/** Looks up the counted answer of a seat to a question; undefined where there is none. */
export function answersBySeat(
  record: LessonRecord,
): (seatId: string, questionId: string) => CountedAnswer | undefined {
  // Ids hold no space, so the pair is one key.
  const byPair = new Map(
    record.answers.map((counted) => [`${counted.seatId} ${counted.questionId}`, counted]),
  );
  return (seatId, questionId) => byPair.get(`${seatId} ${questionId}`);
}

/** Whether points can be had for a question: it was asked, not passed over, and has a key. */
export function counts({ question, rounds, skipped }: AskedQuestion): boolean {
  return rounds > 0 && !skipped && kindOf(question).key(question) !== null;
}

/** Points of one answer, not rounded; null where none can be had or none was given. */
export function pointsFor(
  asked: AskedQuestion | undefined,
  counted: CountedAnswer | undefined,
): number | null {
  if (!asked || !counted || counted.credit === null || !counts(asked)) return null;
  return counted.credit * asked.question.points;
}

/** The points that could be had in the lesson. */
export function maxPointsOf(record: LessonRecord): number {
  return sum(record.questions.filter(counts).map(({ question }) => question.points));
}

function questionResult(
  { question, rounds, skipped }: AskedQuestion,
  counted: CountedAnswer[],
  earlier: CountedAnswer[],
): Results['questions'][number] {
  const kind = kindOf(question);
  const tally = kind.emptyTally(question);
  for (const { answer } of counted) kind.count(tally, answer, 1);
  const hasKey = kind.key(question) !== null;
  const credits = counted.map(({ credit }) => credit ?? 0);
  return {
    question,
    rounds,
    skipped,
    answered: counted.length,
    right: hasKey ? counted.filter(({ right }) => right === true).length : null,
    meanCredit: hasKey && credits.length > 0 ? sum(credits) / credits.length : null,
    confidence: confidenceIn(counted),
    ...votesOn(question, rounds, earlier, counted),
    picture: kind.picture(question, tally),
    rows: kind.rows(question, tally),
  };
}

/** null where nobody said how sure they were. */
function confidenceIn(counted: CountedAnswer[]): Confidence | null {
  const counts = noConfidence();
  for (const { sure, right } of counted) if (sure !== null) countConfidence(counts, sure, right, 1);
  return counts.sure + counts.unsure === 0 ? null : counts;
}

function studentAnswer(
  question: Question,
  { answer, credit, right, at, late }: CountedAnswer,
): Results['students'][number]['answers'][number] {
  const lateMs = late && late.byMs > 0 ? late.byMs : null;
  return { questionId: question.id, ...answerText(question, answer), credit, right, at, lateMs };
}

function tooLateAnswers({ questions, tooLate }: LessonRecord): Results['tooLate'] {
  const byId = new Map(questions.map(({ question }) => [question.id, question]));
  return tooLate.flatMap(({ questionId, answer, ...rest }) => {
    const question = byId.get(questionId);
    return question ? [{ questionId, ...rest, ...answerText(question, answer) }] : [];
  });
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Points as they are shown, with at most two decimals; rounded last, so that three thirds are one. */
export function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
