import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../db/index.ts';
import type { Store } from '../../db/index.ts';
import type { LessonEvent, LessonEntry, TeacherRow } from '../../lan-server/ports.ts';
import { kindNamed, kindNames, questionKinds } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';

/** An empty folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chalkbox-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store on a real file, or the test fails. */
export function openedStore(dataDir = temporaryFolder()): Store {
  const store = openStore({ dataDir });
  if ('refused' in store) throw new Error(store.refused);
  onTestFinished(() => store.close());
  return store;
}

export const teacher: TeacherRow = {
  id: 'teacher-1',
  name: 'Ms Okafor',
  language: null,
  role: 'admin',
  passwordHash: null,
  pinHash: null,
  leftAt: null,
};

/** A single-choice question of two points whose right answer is B. */
export function choiceQuestion(id: string): Question {
  return {
    ...questionKinds.choice.blank(id),
    text: `Which one is ${id}?`,
    options: ['First', 'Second', 'Third'],
    right: 1,
    points: 2,
  };
}

/** One question of each kind of the registry. */
export const everyKind: Question[] = kindNames.flatMap((name) =>
  kindNamed(name)
    .fixtures.slice(0, 1)
    .map(({ question }) => question),
);

/** The `started` event of a lesson with these questions. */
export function startedEvent(lessonId: string, questions: Question[]): LessonEvent {
  return {
    type: 'started',
    lessonId,
    title: 'Osmosis',
    subject: 'Biology',
    code: '4821',
    settings: { identity: 'nickname', changes: true, play: { confidence: true } },
    questions,
  };
}

/** Events with their places in the journal, `seq` counting from `from`. */
export function entry(
  lessonId: string,
  from: number,
  events: LessonEvent[],
  names: LessonEntry['names'] = [],
): LessonEntry {
  const stored = events.map((event, index) => ({
    seq: from + index,
    at: 1000 + from + index,
    event,
  }));
  return { lessonId, events: stored, names };
}

/** A started lesson of `teacher` with seats `seat-1`… and the first question open. */
export function startLesson(
  store: Pick<Store, 'journal'>,
  { lessonId = 'lesson-1', seats = 2, questions = [choiceQuestion('question-1')] } = {},
): { lessonId: string; nextSeq: number } {
  const seatIds = Array.from({ length: seats }, (_, index) => `seat-${index + 1}`);
  const events: LessonEvent[] = [
    startedEvent(lessonId, questions),
    ...seatIds.map((seatId) => ({ type: 'seatTaken' as const, seatId, device: `d-${seatId}` })),
    { type: 'questionOpened', questionId: 'question-1', round: 1, closesAt: null, totalMs: null },
  ];
  store.journal.create(
    { lessonId, ownerId: teacher.id, quizId: null },
    entry(
      lessonId,
      1,
      events,
      seatIds.map((seatId) => ({ seatId, name: `Name of ${seatId}` })),
    ),
  );
  return { lessonId, nextSeq: events.length + 1 };
}

/** An answer to question 1: option `picked`. */
export function answered(seatId: string, picked: number, round = 1): LessonEvent {
  return {
    type: 'answered',
    seatId,
    questionId: 'question-1',
    round,
    answer: { picked },
    commandId: `command-${seatId}-${round}-${picked}`,
  };
}
