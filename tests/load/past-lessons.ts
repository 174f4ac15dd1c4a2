import { openStore } from '../../db/index.ts';
import type { LessonEvent, StoredEvent } from '../../lan-server/ports.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';

const questionsEach = 20;
const seatsEach = 500;

/**
 * Fills a data folder with lessons that have ended, each with 500 students and 20 answered questions: about 10,500 events. The
 * last one is left running in the middle of a question when `unfinished`. Gives how many events were written.
 */
export async function writePastLessons(
  dataDir: string,
  lessons: number,
  unfinished: boolean,
): Promise<number> {
  const store = openStore({ dataDir });
  if ('refused' in store) throw new Error(store.detail);
  await store.people.createTeacher({
    id: 'teacher-1',
    name: 'Ms Okafor',
    language: 'en',
    role: 'admin',
    passwordHash: null,
    pinHash: null,
    leftAt: null,
    createdAt: 1,
  });
  let written = 0;
  for (let lesson = 1; lesson <= lessons; lesson += 1) {
    const lessonId = `past-lesson-${lesson}`;
    const events = lessonEvents(lessonId, !(unfinished && lesson === lessons));
    const [started, ...rest] = events;
    if (!started) continue;
    store.journal.create(
      { lessonId, ownerId: 'teacher-1', quizId: null },
      { lessonId, events: [started], names: [] },
    );
    for (let from = 0; from < rest.length; from += 2000)
      store.journal.commit([{ lessonId, events: rest.slice(from, from + 2000), names: [] }]);
    written += events.length;
  }
  store.close();
  return written;
}

function lessonEvents(lessonId: string, ended: boolean): StoredEvent[] {
  const events: StoredEvent[] = [];
  let at = Date.UTC(2026, 8, 1);
  const push = (event: LessonEvent) => {
    at += 10;
    events.push({ seq: events.length + 1, at, event });
  };
  const questions: Question[] = Array.from({ length: questionsEach }, (_, index) => ({
    ...questionKinds.choice.blank(`question-${String(index).padStart(7, '0')}`),
    text: 'Which part of a plant cell takes up the light that its sugar is made with?',
    options: ['The chloroplast', 'The cell nucleus', 'The vacuole', 'The cell membrane'],
    right: 0,
  }));
  push({
    type: 'started',
    lessonId,
    title: 'Cells',
    subject: 'Biology',
    code: '1234',
    settings: { identity: 'anonymous', changes: true },
    questions,
  });
  const seats = Array.from({ length: seatsEach }, (_, index) => `${lessonId}-seat-${index}`);
  for (const seatId of seats) push({ type: 'seatTaken', seatId, device: `device of ${seatId}` });
  for (const [index, { id }] of questions.entries()) {
    push({ type: 'wentTo', questionId: id });
    push({ type: 'questionOpened', questionId: id, round: 1, closesAt: null, totalMs: null });
    for (const [seat, seatId] of seats.entries())
      push({
        type: 'answered',
        seatId,
        questionId: id,
        round: 1,
        answer: { picked: seat % 4 },
        commandId: `command-${index}-${seat}`,
      });
    if (!ended && index === questions.length - 1) return events;
    push({ type: 'questionClosed', questionId: id, because: 'teacher' });
    push({ type: 'keyRevealed', questionId: id });
  }
  push({ type: 'ended' });
  return events;
}
