import type { CountedAnswer, LessonRecord } from '../ports.ts';
import type { Question } from '../questions/index.ts';
import { kindOf, takesAnswers } from '../questions/index.ts';
import type { Labels } from './labels.ts';
import { attendanceColumns } from './attendance.ts';
import { gameColumns } from './game.ts';
import { hasLate, lateCells } from './late.ts';
import { handedInColumns, markedColumns } from './marked.ts';
import { answersBySeat, counts, maxPointsOf, pointsFor, resultsOf, rounded } from './results.ts';

/** A cell; `share` is a part of 1 that is shown in per cent. null = empty. */
export type Cell = string | number | { share: number } | null;
export type Table = Cell[][];

/**
 * One row a student, one column (or one per part) a question, and points beside each that can earn some; where somebody said how sure they
 * were, a column for that; where a question was voted on
 * several times, a column for each vote before the last; what arrived late, where something did, in the last column. Head first.
 */
export function studentTable(record: LessonRecord, labels: Labels): Table {
  const answerOf = answersBySeat(record);
  const votes = earlierVotes(record, labels);
  const marked = markedColumns(record, labels);
  const surely = new Set(
    record.answers.filter(({ sure }) => sure !== null).map(({ questionId }) => questionId),
  );
  const head = [labels.number, labels.name, labels.removed, labels.points(maxPointsOf(record))];
  for (const [index, asked] of record.questions.entries()) {
    head.push(...answerHeads(asked.question, index + 1, labels));
    head.push(...marked.heads(asked.question, index + 1));
    if (counts(asked)) head.push(labels.pointsOf(index + 1));
    if (surely.has(asked.question.id)) head.push(labels.sureHead(index + 1));
    head.push(...votes.rounds(asked.question).map((round) => labels.vote(index + 1, round)));
  }
  const game = gameColumns(record, labels);
  const attendance = attendanceColumns(record, labels);
  const handedIn = handedInColumns(record, labels);
  head.splice(4, 0, ...attendance.head, ...handedIn.head, ...game.head);
  const late = hasLate(record) ? lateCells(record, labels) : null;
  if (late) head.push(labels.late);
  const rows = record.seats.map(({ seatId, number, name, removed }) => {
    const answers: Cell[] = [];
    let total = 0;
    for (const asked of record.questions) {
      const counted = answerOf(seatId, asked.question.id);
      const earned = pointsFor(asked, counted);
      const kind = kindOf(asked.question);
      const cells = counted
        ? kind
            .cells(asked.question, counted.answer)
            .map((cell) => saidIn(asked.question, cell, labels))
        : kind.columns(asked.question).map(() => null);
      answers.push(...cells, ...marked.cells(asked.question, seatId));
      if (counts(asked)) answers.push(earned === null ? null : rounded(earned));
      if (surely.has(asked.question.id)) answers.push(sureCell(counted, labels));
      for (const round of votes.rounds(asked.question))
        answers.push(votes.cell(asked.question, round, seatId));
      total += earned ?? 0;
    }
    if (late) answers.push(late(seatId));
    return [
      number,
      name,
      removed ? labels.yes : null,
      rounded(total),
      ...attendance.cells(seatId),
      ...handedIn.cells(seatId),
      ...game.cells(seatId),
      ...answers,
    ];
  });
  const missing = attendance.missing.map(({ name, cells }): Cell[] => {
    const told: Cell[] = [null, name, null, null, ...cells];
    return head.map((_head, place) => told[place] ?? null);
  });
  return [head, ...rows, ...missing];
}

/**
 * Each question with its figures, and below it what was answered how often; where one was voted on several times, who was right in
 * its first vote in the last column. Head first.
 */
export function questionTable(record: LessonRecord, labels: Labels): Table {
  const head = [
    labels.number,
    labels.questionText,
    labels.rounds,
    labels.answered,
    labels.right,
    labels.rightShare,
    labels.meanCredit,
    labels.letter,
    labels.answer,
    labels.count,
    labels.share,
    labels.key,
  ];
  const { questions } = resultsOf(record);
  const again = questions.some(({ compared }) => compared !== null);
  if (again) head.push(labels.firstRight);
  const rows = questions.flatMap(
    ({ question, rounds, answered, right, meanCredit, rows, compared }, index) => {
      const asks = takesAnswers(question);
      const figures: Cell[] = [
        index + 1,
        oneLine(question.text),
        asks ? rounds : null,
        asks ? answered : null,
        right,
        right === null || answered === 0 ? null : { share: right / answered },
        meanCredit === null ? null : { share: meanCredit },
      ];
      const none: Cell[] = figures.map(() => null);
      const firstRight = compared?.right ?? null;
      const share =
        compared && firstRight !== null ? { share: firstRight / compared.answered } : null;
      const first: Cell[] = again ? [share] : [];
      const unsaid: Cell[] = again ? [null] : [];
      const answers = rows.map((row): Cell[] => [
        row.letter,
        saidIn(question, row.label, labels),
        row.count,
        answered > 0 ? { share: row.count / answered } : null,
        row.right === true ? labels.yes : null,
      ]);
      return answers.length === 0
        ? [again ? [...figures, null, null, null, null, null, ...first] : figures]
        : answers.map((cells, place) =>
            place === 0 ? [...figures, ...cells, ...first] : [...none, ...cells, ...unsaid],
          );
    },
  );
  return [head, ...rows];
}

function sureCell(counted: CountedAnswer | undefined, labels: Labels): Cell {
  if (counted?.sure === true) return labels.sure;
  return counted?.sure === false ? labels.unsure : null;
}

/** The votes on each question before its last: which rounds there were, and what a student answered in one, in one cell. */
function earlierVotes({ earlier }: LessonRecord, labels: Labels) {
  const rounds = new Map<string, Set<number>>();
  // Ids hold no space, so the three are one key.
  const cells = new Map<string, CountedAnswer>();
  for (const counted of earlier) {
    const { questionId, round, seatId } = counted;
    rounds.set(questionId, (rounds.get(questionId) ?? new Set()).add(round));
    cells.set(`${questionId} ${round} ${seatId}`, counted);
  }
  return {
    rounds: ({ id }: Question) => [...(rounds.get(id) ?? [])].sort((a, b) => a - b),
    cell(question: Question, round: number, seatId: string): Cell {
      const counted = cells.get(`${question.id} ${round} ${seatId}`);
      if (!counted) return null;
      const parts = kindOf(question).cells(question, counted.answer);
      return parts
        .filter((part) => part !== '')
        .map((part) => saidIn(question, part, labels))
        .join('; ');
    },
  };
}

function answerHeads(question: Question, number: number, labels: Labels): string[] {
  const kind = kindOf(question);
  const columns = kind.columns(question);
  const text = oneLine(question.text);
  const title = text === '' ? labels.question(number) : `${number}. ${text}`;
  if (columns.length === 1) return [title];
  return columns.map((column) => {
    const [, word = column, count = ''] = /^(.*?)( \d+)?$/.exec(column) ?? [];
    return `${title} – ${kind.headWords?.[word]?.[labels.language] ?? word}${count}`;
  });
}

/** The program's own words in the reader's language; what a person wrote stays as it is. */
export function saidIn(question: Question, cell: string | number, labels: Labels): string | number {
  if (typeof cell === 'number') return cell;
  const { ownWords = {} } = kindOf(question);
  // A person may write “constructor”, which every object has.
  return Object.hasOwn(ownWords, cell) ? (ownWords[cell]?.[labels.language] ?? cell) : cell;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
