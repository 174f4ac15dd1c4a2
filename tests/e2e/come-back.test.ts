import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { TeacherCommand } from '../../lan-server/contract/commands.ts';
import type { TeacherFrame, TeacherView } from '../../lan-server/contract/frames.ts';
import { launchBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { questions } from './student-class.ts';
import { accessible, title } from './student-phones.ts';

const { choice, truefalse } = questions;

let browser: Browser;
let program: Program;
let console: TestSocket;
let lesson: { id: string; code: string };
let view: TeacherView | null;
let phones: BrowserContext[] = [];
let faults: string[] = [];
let leave = () => {};

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  program = await startProgram();
  const teacher = await signIn(program);
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Osmosis',
    questions: [choice, truefalse],
  });
  lesson = await teacher.startLesson({ quizId: quiz.id });
  await openConsole(teacher);
});
afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.close()));
  phones = [];
  console.disconnect();
  await program.end();
  const told = faults;
  faults = [];
  if (told.length > 0) throw new Error(told.join('\n'));
});

async function openConsole(teacher: Teacher) {
  console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  view = null;
  console.on('frame', (frame) => {
    ({ view } = frame as TeacherFrame);
  });
  await next(console, 'plan');
}

async function ask(command: TeacherCommand) {
  const ack = await send(console, command);
  if (!ack.ok) throw new Error(`${command.type}: ${ack.error.code}`);
}

/** The power is gone, and the program comes back on the same folder. */
async function restart(port: number) {
  await program.kill();
  console.disconnect();
  program = await program.again(['--port', String(port)]);
  await openConsole(await signIn(program));
}

async function newPhone(locale = 'en-GB'): Promise<BrowserContext> {
  const phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    locale,
  });
  phone.setDefaultTimeout(30_000);
  phones.push(phone);
  return phone;
}

/** Opens an address as scanning it does. */
async function scan(phone: BrowserContext, url: string): Promise<Page> {
  const page = await phone.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url);
  return page;
}

const lessonUrl = (host = '127.0.0.1') => `http://${host}:${program.port}/j/${lesson.code}`;

async function join(phone: BrowserContext, name: string): Promise<Page> {
  const page = await scan(phone, lessonUrl());
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join' }).tap();
  await title(page, `You’re in, ${name}`);
  return page;
}

async function seatCodeOn(page: Page): Promise<string> {
  const words = await page
    .getByText(/Your seat code/)
    .last()
    .innerText();
  return /seat code(?: is|:) (\w{5})/.exec(words)?.[1] ?? '';
}

/** A picture for whoever wants to look: SHOTS=folder. */
async function shot(page: Page, name: string) {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${folder}/${name}-dark.png` });
  await page.emulateMedia({ colorScheme: 'light' });
}

describe('a student whose laptop is found elsewhere', () => {
  test('reads what to do, scans the new address, and is in the same seat without typing', async () => {
    const phone = await newPhone();
    const page = await join(phone, 'Ada');
    const code = await seatCodeOn(page);
    await shot(page, 'lobby');
    await accessible(page);
    await ask({ type: 'openQuestion', questionId: choice.id });
    await page.getByRole('button', { name: 'Answer B' }).tap();
    await page.getByText('Stored on the teacher’s laptop').first().waitFor();
    await ask({ type: 'revealKey', questionId: choice.id });
    await title(page, 'B is right');

    // Another program holds the old port: it can only come back on another one.
    await restart(0);
    await page.getByText('Has the address on the wall changed?').waitFor();
    expect(await seatCodeOn(page)).toBe(code);
    await shot(page, 'away');
    await accessible(page);

    const again = await scan(phone, lessonUrl());
    await title(again, 'B is right');
    await again.getByText('1 point, 1 in all').first().waitFor();
    await expect.poll(() => view?.here).toBe(1);
    expect(view).toMatchObject({ seats: 1, grid: 'a' });
    await ask({ type: 'openQuestion', questionId: truefalse.id });
    await again.getByRole('button', { name: 'False' }).tap();
    await again.getByText('Stored on the teacher’s laptop').first().waitFor();
    await expect.poll(() => view?.current?.answered).toBe(1);
  });

  test('comes with another device by the seat’s code; a wrong one is said', async () => {
    const first = await join(await newPhone(), 'Ada');
    const code = await seatCodeOn(first);
    await ask({ type: 'openQuestion', questionId: choice.id });
    await first.getByRole('button', { name: 'Answer B' }).tap();
    await first.getByText('Stored on the teacher’s laptop').first().waitFor();
    await first.context().close();
    await restart(0);

    const page = await scan(await newPhone(), lessonUrl());
    await shot(page, 'name');
    // What most would do: the name again. It must not become a second Ada.
    await page.getByLabel('Your name').fill('Ada');
    await page.getByRole('button', { name: 'Join' }).tap();
    await page.getByText('This name is here already. Was that you?').waitFor();
    await shot(page, 'taken');
    await accessible(page);
    expect(view?.seats).toBe(1);
    await page.getByRole('button', { name: 'I was here before' }).tap();
    await title(page, 'Back to your seat');
    await accessible(page);
    await page.getByLabel('Seat code').fill(code === '22222' ? '33333' : '22222');
    await page.getByRole('button', { name: 'Continue' }).tap();
    await page.getByText('No seat of this lesson has this code').waitFor();
    await shot(page, 'code');
    await accessible(page);
    await page.getByLabel('Seat code').fill(code.toLowerCase());
    await page.getByLabel('Seat code').press('Enter');
    await title(page, 'Your answer is B');
    await page.getByRole('button', { name: /Ada/ }).tap();
    await title(page, 'You are Ada');
    expect(await seatCodeOn(page)).toBe(code);
    await shot(page, 'seat');
    await accessible(page);
    await expect.poll(() => view?.grid).toBe('a');
    expect(view?.seats).toBe(1);
  });

  test('is asked in Spanish too', async () => {
    const first = await join(await newPhone(), 'Ada');
    const code = await seatCodeOn(first);
    const page = await scan(await newPhone('es-ES'), lessonUrl());
    await page.getByRole('button', { name: 'Ya estaba en esta clase' }).tap();
    await title(page, 'Volver a tu sitio');
    await shot(page, 'code-es');
    await accessible(page);
    await page.getByLabel('Código del sitio').fill(code);
    await page.getByRole('button', { name: 'Continuar' }).tap();
    await page.getByText(`El código de tu sitio es ${code}`).waitFor();
    await restart(0);
    await page.getByText('¿Ha cambiado la dirección en la pantalla?').waitFor();
    await shot(page, 'away-es');
    await accessible(page);
  });

  test('goes to the laptop’s name with the unsent answer, and is asked before the seat is taken', async () => {
    const phone = await newPhone();
    const page = await phone.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    // A program that holds a name: no mDNS here, so the welcome is given one that leads to the same laptop.
    const name = `localhost:${program.port}`;
    let gone = false;
    await page.routeWebSocket(/\/live\//, (client) => {
      if (gone) {
        void client.close();
        return;
      }
      const server = client.connectToServer();
      server.onMessage((packet) => {
        const told = String(packet);
        client.send(
          told.startsWith('42["welcome",')
            ? told.replace('42["welcome",{', `42["welcome",{"lanName":"${name}",`)
            : told,
        );
      });
      leave = () => {
        void client.close();
        void server.close();
      };
    });
    await page.goto(lessonUrl());
    await page.getByLabel('Your name').fill('Ada');
    await page.getByRole('button', { name: 'Join' }).tap();
    await title(page, 'You’re in, Ada');
    await ask({ type: 'openQuestion', questionId: choice.id });
    await title(page, choice.text);
    // The old address leads nowhere any more.
    gone = true;
    await page.route(/\/live\//, (route) => route.abort());
    leave();
    await page.getByText('Looking for the laptop').first().waitFor();
    await page.getByRole('button', { name: 'Answer B' }).tap();
    await title(page, 'B is kept on this phone');
    const link = page.getByRole('link', { name: `Look for it at ${name}` });
    await link.waitFor();
    await shot(page, 'away-name');
    await accessible(page);
    const [opened] = await Promise.all([phone.waitForEvent('page'), link.tap()]);
    opened.on('pageerror', (error) => faults.push(String(error)));
    await title(opened, 'Continue as Ada?');
    await shot(opened, 'ask');
    await accessible(opened);
    expect(opened.url()).toBe(lessonUrl('localhost'));
    expect(view?.current?.answered).toBe(0);
    await opened.getByRole('button', { name: 'Continue' }).tap();
    await title(opened, 'Your answer is B');
    await opened.getByText('Stored on the teacher’s laptop').first().waitFor();
    await expect.poll(() => view?.current?.answered).toBe(1);
    expect(view?.seats).toBe(1);
  });

  test('is not put into somebody else’s seat by a link: declined, or with another name, it takes none', async () => {
    const ben = await join(await newPhone(), 'Ben');
    const code = await seatCodeOn(ben);
    const page = await scan(
      await newPhone(),
      `${lessonUrl('localhost')}#seat=${code}&name=Ada&kept=%5B%5D`,
    );
    await title(page, 'Continue as Ada?');
    await page.getByRole('button', { name: 'Continue' }).tap();
    await page.getByText('No seat of this lesson has this code').waitFor();
    await page.getByRole('button', { name: 'No, I am new here' }).tap();
    await title(page, 'What is your name?');
    await page.reload();
    await title(page, 'What is your name?');
    expect(view?.seats).toBe(1);
  });
});
