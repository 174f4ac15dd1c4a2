import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LessonSummary, Quiz } from '../lan-server/contract/api.ts';
import { kindNames, kindOf } from '../lan-server/questions/index.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { someCell } from '../tests/support/picture.ts';
import { startProgram } from '../tests/support/program.ts';
import { joinStudent, next, send, signIn } from '../tests/support/teacher.ts';
import type { TestSocket } from '../tests/support/teacher.ts';
import { classNames, enzymes, osmosis, photosynthesis } from './picture-quizzes.ts';
import { ensurePages } from './pages.ts';

/**
 * npm run pictures: plays a lesson in the real program, with a class over real sockets, and takes the pictures of
 * docs/pictures on the way. `-- DIR` writes them somewhere else, `-- --dark` in the dark theme, `-- --lang es` in Spanish.
 */
const flags = process.argv.slice(2);
const valueOf = (flag: string) =>
  flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined;
const language = valueOf('--lang') ?? 'en';
const folder = flags.find((flag, at) => !flag.startsWith('--') && flags[at - 1] !== '--lang');
const into = folder ?? fileURLToPath(new URL('../docs/pictures', import.meta.url));
const colorScheme = flags.includes('--dark') ? 'dark' : 'light';
mkdirSync(into, { recursive: true });

// On all addresses: the pictures show the one that students type.
// Pictures of the pages as they are in the sources now.
await ensurePages({ gallery: true });
const program = await startProgram(['--host', '0.0.0.0', '--port', '4747']);
const teacher = await signIn(program);
await teacher.call('PATCH', '/teacher', { name: 'Ms Okafor', language });
const browser = await launchBrowser();

try {
  await earlierLessons();
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', osmosis);
  const desk = await deskContext(browser);
  const page = await desk.newPage();
  await shoot(page, '/teacher', 'home');
  await shoot(page, `/teacher/library/${quiz.id}`, 'editor', async () => {
    await page
      .getByRole('button', { name: /red blood cell/ })
      .first()
      .click();
    await page.mouse.move(0, 0);
  });
  await live(quiz, desk, page);
  await kinds(desk);
} finally {
  await browser.close();
  await program.end();
}

/** So that the home page is that of a teacher who has used the program before. */
async function earlierLessons() {
  for (const each of [enzymes, photosynthesis]) {
    const { id } = await teacher.call<Quiz>('POST', '/quizzes', each);
    const lesson = await teacher.startLesson({ quizId: id });
    const { console, students } = await fill(lesson, 12);
    await askAll(console, students, each.questions.length, each.questions);
    await send(console, { type: 'endLesson' });
    for (const { socket } of students) socket.disconnect();
    console.disconnect();
  }
}

async function live(quiz: Quiz, desk: BrowserContext, page: Page) {
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const phone = await phonePage(browser);
  await phone.goto(`${program.url}/?lang=${language}`);
  await phone.getByRole('textbox').first().waitFor();
  await phone.screenshot({ path: join(into, 'phone-join.png') });

  await phone.goto(`${program.url}/j/${lesson.code}?lang=${language}`);
  await phone.getByRole('textbox').first().fill('Priya');
  await phone.keyboard.press('Enter');
  await phone.getByText('Priya').first().waitFor();
  await phone.screenshot({ path: join(into, 'phone-lobby.png') });

  const { console, students } = await fill(lesson, 26);
  const wall = await wallPage(desk);
  await shootWall(wall, `/wall/${lesson.id}`, 'wall-join');

  await page.goto(`${program.url}/teacher/lessons/${lesson.id}`);
  await askAll(console, students, 3, quiz.questions);
  const question = quiz.questions[3];
  if (!question) throw new Error('the quiz is too short for the pictures');
  await send(console, { type: 'openQuestion', questionId: question.id });
  await phone.getByRole('heading', { name: question.text.slice(0, 20) }).waitFor();
  await phone.screenshot({ path: join(into, 'phone-question.png') });

  const picks = [1, 1, 0, 1, 3, 1, 1, 0, 1, 1, 3, 1, 2, 1, 1, 3, 1, 0, 3];
  for (const [index, picked] of picks.entries()) {
    await answer(students[index]?.socket, question.id, { picked });
  }
  for (const { socket } of students.slice(-2)) socket.disconnect();
  await settle(page);
  await page.screenshot({ path: join(into, 'console.png') });
  await settle(wall);
  await wall.screenshot({ path: join(into, 'wall-question.png') });

  await phone.getByText('swells and bursts').first().click();
  await phone
    .getByText(language === 'es' ? /Guardada/ : /Stored/)
    .first()
    .waitFor();
  await phone.screenshot({ path: join(into, 'phone-sent.png') });

  await send(console, { type: 'revealKey', questionId: question.id });
  await settle(wall);
  await wall.screenshot({ path: join(into, 'wall-results.png') });
  await settle(phone);
  await phone.screenshot({ path: join(into, 'phone-result.png') });
  await settle(page);
  await page.screenshot({ path: join(into, 'console-revealed.png') });

  for (const [name, index] of [
    ['wall-cloud', 7],
    ['wall-rating', 8],
  ] as const) {
    const open = quiz.questions[index];
    if (!open) continue;
    await send(console, { type: 'openQuestion', questionId: open.id });
    for (const [at, { socket }] of students.filter(({ socket }) => socket.connected).entries())
      await answer(
        socket,
        open.id,
        open.kind === 'wordcloud' ? { words: cloudWords(at) } : { rating: 1 + ((at * 7) % 5) },
      );
    await settle(wall);
    await wall.screenshot({ path: join(into, `${name}.png`) });
  }

  await askAll(console, students, quiz.questions.length, quiz.questions, 4);
  await send(console, { type: 'endLesson' });
  await shoot(page, `/teacher/results/${lesson.id}`, 'report');
  for (const { socket } of students) socket.disconnect();
  console.disconnect();
}

/** Each kind of question from the gallery: editor, phone, wall before and after the reveal. */
async function kinds(desk: BrowserContext) {
  mkdirSync(join(into, 'kinds'), { recursive: true });
  const page = await desk.newPage();
  await page.setViewportSize({ width: 1540, height: 1000 });
  const cell = await someCell();
  await page.route('**/media/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: cell }),
  );
  await page.goto(`${program.url}/gallery?kinds&lang=${language}`);
  await settle(page);
  for (const name of kindNames)
    await page.locator(`#kind-${name}`).screenshot({ path: join(into, 'kinds', `${name}.png`) });
}

async function fill(lesson: LessonSummary, size: number) {
  const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(console, 'frame');
  const students = [];
  for (const name of classNames.slice(0, size))
    students.push(await joinStudent(program.url, lesson.code, name));
  return { console, students };
}

/** Questions `from` to `to` are asked, answered as a class would (the later in the row, the weaker) and revealed. */
async function askAll(
  console: TestSocket,
  students: { socket: TestSocket }[],
  to: number,
  questions: Quiz['questions'],
  from = 0,
) {
  for (const [number, question] of questions.entries()) {
    if (number < from || number >= to) continue;
    await send(console, { type: 'openQuestion', questionId: question.id });
    await Promise.all(
      students.map(async ({ socket }, at) => {
        if (!socket.connected) return;
        const knows =
          ((at * 13 + number * 7) % 29) / 29 >
          0.12 + (at / students.length) * 0.6 + ((number * 3) % 4) * 0.08;
        await answer(socket, question.id, answerTo(question, knows, at));
      }),
    );
    await send(console, { type: 'revealKey', questionId: question.id });
  }
}

function answerTo(question: Quiz['questions'][number], knows: boolean, at: number): object {
  switch (question.kind) {
    case 'choice':
      return {
        picked: knows
          ? (question.right ?? 0)
          : ((question.right ?? 0) + 1 + (at % 2)) % question.options.length,
      };
    case 'multiple':
      return { picked: knows ? question.right : [at % question.options.length] };
    case 'truefalse':
      return { picked: knows ? (question.right ?? true) : !question.right };
    case 'wordcloud':
      return { words: cloudWords(at) };
    case 'rating':
      return { rating: 1 + ((at * 3) % question.steps) };
    default:
      // A kind that no picture shows yet.
      return kindOf(question).imagine(kindOf(question).redact(question), () => (at % 7) / 7);
  }
}

function cloudWords(at: number): string[] {
  const words = [
    'membrane',
    'water',
    'gradient',
    'concentration',
    'turgor',
    'salt',
    'pressure',
    'plasmolysis',
    'cell wall',
    'diffusion',
    'energy',
    'vacuole',
  ];
  return [
    words[Math.floor((at % 7) / 2)] ?? 'water',
    words[(at * 5) % words.length] ?? 'salt',
  ].filter((word, index, all) => all.indexOf(word) === index);
}

async function answer(socket: TestSocket | undefined, questionId: string, given: object) {
  if (socket) await send(socket, { type: 'answer', questionId, round: 1, answer: given });
}

async function deskContext(from: Browser): Promise<BrowserContext> {
  const context = await from.newContext({
    viewport: { width: 1366, height: 768 },
    colorScheme,
    locale: language === 'es' ? 'es-ES' : 'en-GB',
    reducedMotion: 'reduce',
  });
  const [name = '', value = ''] = teacher.cookie.split('=');
  await context.addCookies([{ name, value, url: program.url }]);
  return context;
}

async function wallPage(desk: BrowserContext): Promise<Page> {
  const page = await desk.newPage();
  await page.setViewportSize({ width: 1920, height: 1080 });
  return page;
}

async function phonePage(from: Browser): Promise<Page> {
  const context = await from.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    colorScheme,
    locale: language === 'es' ? 'es-ES' : 'en-GB',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function shoot(
  page: Page,
  path: string,
  name: string,
  before: () => Promise<void> = async () => {},
) {
  await page.goto(program.url + path);
  await page.getByRole('heading').first().waitFor({ state: 'attached' });
  await before();
  await settle(page);
  await page.screenshot({ path: join(into, `${name}.png`) });
}

async function shootWall(page: Page, path: string, name: string) {
  await page.goto(program.url + path);
  await page.getByRole('heading').first().waitFor({ state: 'attached' });
  await settle(page);
  await page.screenshot({ path: join(into, `${name}.png`) });
}

/** Until fonts are there and nothing has moved for a moment: a picture of something half drawn is none. */
async function settle(page: Page) {
  await page.evaluate('document.fonts.ready');
  let before = '';
  for (let look = 0; look < 40; look += 1) {
    const now = (await page.screenshot({ scale: 'css' })).toString('base64');
    if (now === before) return;
    before = now;
  }
}
