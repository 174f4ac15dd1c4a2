import type { SeatView, StudentView } from '../../../lan-server/contract/frames.ts';
import type { Paper } from '../../../lan-server/contract/work.ts';
import type { Answer, Key, PublicQuestion } from '../../../lan-server/questions/index.ts';
import type { MoreExplanation } from '../../../lan-server/questions/words.ts';
import type { Mine } from '../screen.ts';
import { shuffled } from '../shuffled.ts';

export type WorkStage = Extract<StudentView['stage'], { at: 'work' }>;

/** An answer that is still on this phone. */
export type KeptAnswer = { questionId: string; round: number; answer: unknown; keptAt: number };

/** What the phone knows of its work beside the view that all share. */
export type WorkKnown = {
  seat: SeatView;
  /** null until the questions have come. */
  paper: Paper | null;
  /** Unsent answers, oldest first. */
  kept: readonly KeptAnswer[];
  /** An attempt to send has failed, or the connection is gone. */
  stuck: boolean;
  /** What was asked for and has not arrived. */
  handing: 'handIn' | 'takeBack' | null;
  /** Whether an answer may be changed until the work is handed in or closed. */
  changes: boolean;
};

/** One question as this student has it. */
export type WorkItem = {
  /** Place in this student's own order, from 1. */
  number: number;
  of: number;
  round: number;
  question: PublicQuestion;
  mine: Mine | null;
  /** Only where it may be known; `right` is null without a key. */
  result: { right: boolean | null; points: number } | null;
  shown: {
    key: Key | null;
    explanation: string;
    moreExplanation?: MoreExplanation | undefined;
  } | null;
};

/** The questions in this student's order, each with what became of it so far. */
export function workItems(stage: WorkStage, known: WorkKnown): WorkItem[] {
  const { seat, paper, kept, stuck } = known;
  const questions = paper?.questions ?? [];
  const order = stage.mixed
    ? shuffled(questions.length, `${seat.seatId} questions`)
    : questions.map((_, place) => place);
  return order.flatMap((place, index): WorkItem[] => {
    const asked = questions[place];
    if (!asked) return [];
    const { question, round } = asked;
    const isThis = (one: { questionId: string; round: number }) =>
      one.questionId === question.id && one.round === round;
    const unsents = kept.filter(isThis);
    const unsent = unsents[unsents.length - 1];
    const stored = seat.work?.answers.find(isThis);
    const result = seat.work?.results.find(isThis) ?? null;
    const mine: Mine | null = unsent
      ? { answer: unsent.answer as Answer, is: stuck ? 'kept' : 'sending', at: unsent.keptAt }
      : stored
        ? { answer: stored.answer as Answer, is: 'stored', at: stored.at }
        : null;
    const shown = asked.shown ?? result?.shown ?? null;
    return [{ number: index + 1, of: questions.length, round, question, mine, result, shown }];
  });
}

/** Only to be read: a slide between the questions. */
export function isToRead({ round }: Pick<WorkItem, 'round'>): boolean {
  return round === 0;
}

/** Whether there is something to read about how a question was answered. */
export function isShown(item: WorkItem): boolean {
  return item.shown !== null || isToRead(item);
}

/** How many can be answered. */
export function questionsIn(items: readonly WorkItem[]): number {
  return items.filter((item) => !isToRead(item)).length;
}

/** How many are answered, on the laptop or still here. */
export function answeredIn(items: readonly WorkItem[]): number {
  return items.filter(({ mine }) => mine !== null).length;
}

/** Points so far, where they may be known. */
export function pointsIn(items: readonly WorkItem[]): number {
  return items.reduce((sum, { result }) => sum + (result?.points ?? 0), 0);
}
