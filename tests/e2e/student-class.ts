import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../lan-server/compose.ts';
import type { Chalkbox } from '../../lan-server/compose.ts';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { TeacherCommand } from '../../lan-server/contract/commands.ts';
import type { TeacherFrame, TeacherView } from '../../lan-server/contract/frames.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { places } from '../../scripts/pages/places.ts';
import { next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';

/** A running program with the student's page, and a teacher who works it without a window. */
export type Class = {
  url: string;
  stopServer(): Promise<void>;
  /** The same program again, over the same data, on the same port. */
  startServer(): Promise<void>;
  lesson(options: {
    title?: string;
    identity?: 'nickname' | 'anonymous';
    changes?: boolean;
    questions: Question[];
  }): Promise<Lesson>;
  /** The same lesson after a restart of the program. */
  again(lesson: Lesson): Promise<Lesson>;
  close(): Promise<void>;
};

export type Lesson = {
  id: string;
  code: string;
  /** Throws where the teacher is refused. */
  ask(command: TeacherCommand): Promise<void>;
  /** The newest view of the console. */
  view(): TeacherView | null;
  /** The roster by name, to find a seat. */
  seatOf(name: string): string | undefined;
};

/** Starts a program with an own data folder. */
export async function startClass(port = 0): Promise<Class> {
  const folder = mkdtempSync(join(tmpdir(), 'chalkbox-student-'));
  const pagesDir = places.pages;
  let running: { chalkbox: Chalkbox; teacher: Teacher } | null = null;
  let wanted = port;
  const urlOf = () => `http://127.0.0.1:${wanted}`;

  async function startServer() {
    const options = { dataDir: join(folder, 'data'), host: '127.0.0.1', mdns: false, pagesDir };
    const chalkbox = await start({ ...options, port: wanted });
    if ('refused' in chalkbox) throw new Error(chalkbox.refused);
    wanted = chalkbox.port;
    const teacher = await signIn({ url: urlOf(), launchKey: chalkbox.launchKey });
    running = { chalkbox, teacher };
  }

  function teacher(): Teacher {
    if (!running) throw new Error('the program does not run');
    return running.teacher;
  }

  async function stopServer() {
    await running?.chalkbox.stop();
    running = null;
  }

  await startServer();
  return {
    url: urlOf(),
    startServer,
    stopServer,
    async lesson({ title = 'Osmosis', identity = 'nickname', changes = true, questions }) {
      const quiz = await teacher().call<Quiz>('POST', '/quizzes', { title, questions });
      const lesson = await teacher().startLesson({ quizId: quiz.id, title, identity, changes });
      return openConsole(teacher(), lesson);
    },
    again: (lesson) => openConsole(teacher(), lesson),
    async close() {
      await stopServer();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The teacher's console of a lesson, without its window. */
async function openConsole(
  teacher: Teacher,
  { id, code }: { id: string; code: string },
): Promise<Lesson> {
  const socket = teacher.socket({ as: 'teacher', lessonId: id });
  let view: TeacherView | null = null;
  const seats = new Map<string, string>();
  socket.on('frame', (frame) => {
    view = (frame as TeacherFrame).view;
  });
  socket.on('roster', (roster) => {
    for (const { seatId, name } of roster.seats) if (name !== null) seats.set(name, seatId);
  });
  await next(socket, 'plan');
  return {
    id,
    code,
    async ask(command) {
      const ack = await send(socket, command);
      if (!ack.ok) throw new Error(`${command.type}: ${ack.error.code}`);
    },
    view: () => view,
    seatOf: (name) => seats.get(name),
  };
}

const base = { points: 1, seconds: null, explanation: '', note: '' };

/** The questions of the mock-ups: one of each kind. */
export const questions = {
  choice: {
    ...base,
    id: 'question-choice',
    kind: 'choice',
    text: 'A red blood cell is put into distilled water. What happens next, and why?',
    seconds: 60,
    explanation:
      'Water moves towards the lower water potential. An animal cell has no wall, so it bursts.',
    options: [
      'Water leaves the cell, because there is more dissolved salt inside it than outside; the cell shrinks.',
      'Water enters down its potential gradient; with no cell wall to resist, the cell swells and bursts.',
      'Salt leaves until both sides are equally concentrated; no water crosses, so the size stays the same.',
      'Water enters, but pumps in the membrane use ATP to force the same volume out and hold the cell steady.',
    ],
    right: 1,
  },
  multiple: {
    ...base,
    id: 'question-multiple',
    kind: 'multiple',
    text: 'Which of these cross a membrane without a channel?',
    options: ['Oxygen', 'Glucose', 'Carbon dioxide', 'Sodium ions'],
    right: [0, 2],
  },
  truefalse: {
    ...base,
    id: 'question-truefalse',
    kind: 'truefalse',
    text: 'Plant cells burst in distilled water.',
    right: false,
  },
  wordcloud: {
    ...base,
    id: 'question-wordcloud',
    kind: 'wordcloud',
    points: 0,
    text: 'What comes to your mind when you hear “osmosis”?',
    words: 3,
  },
  rating: {
    ...base,
    id: 'question-rating',
    kind: 'rating',
    points: 0,
    text: 'How sure do you feel about osmosis?',
    steps: 5,
    low: 'not at all',
    high: 'completely',
  },
} satisfies Record<string, Question>;
