import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { makeClass } from '../support/school-class.ts';
import { axe, startConsoleDesk } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

/** A picture for whoever wants to look: SHOTS=folder. */
const shots = process.env['SHOTS'];
const look = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/roster-${name}.png` });
};

async function phone(path: string): Promise<Page> {
  const context = await desk.newContext('light');
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(desk.url + path);
  return page;
}

test('a class signs in and picks names; a second device needs one tap; who is missing or late is on the console and in the results', async () => {
  const { teacher } = desk;
  const of = await makeClass(teacher, [
    { name: 'Ada Okoye', pin: '4711' },
    { name: 'Ben Ramírez' },
    { name: 'Cleo Marsh' },
    { name: 'Dara Lind' },
  ]);
  // At the class's page, once.
  const ben = await phone(`/c/${of.code}`);
  await ben.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await ben.getByRole('button', { name: 'Dara Lind' }).waitFor();
  await ben.getByLabel('Your name').fill('ram');
  await ben.getByText('1 name', { exact: true }).waitFor();
  await look(ben, 'phone-class-search');
  // Nobody is let in here who is not on the list: the teacher is asked, not a button that is not there.
  await ben.getByLabel('Your name').fill('zzz');
  await ben.getByText('or ask your teacher').waitFor();
  await ben.getByLabel('Your name').fill('ram');
  expect(await axe(ben)).toEqual([]);
  await ben.getByRole('button', { name: 'Ben Ramírez' }).click();
  await ben.getByRole('heading', { name: 'Hello, Ben Ramírez' }).waitFor();
  await look(ben, 'phone-class');
  expect(await axe(ben)).toEqual([]);

  // A code that leads nowhere: the laptop has said so, so it is not being looked for.
  const lost = await phone('/c/ZZZZZZ');
  await lost.getByRole('heading', { name: 'There is no class with this code' }).waitFor();
  await lost.getByText('Connected', { exact: true }).waitFor();

  const lesson = await desk.startLesson({
    identity: 'roster',
    classId: of.id,
    play: { proof: 'pictures', graceMinutes: 5 },
  });
  await ben.goto(`${desk.url}/j/${lesson.code}`);
  await ben.getByRole('heading', { name: 'You’re in, Ben Ramírez' }).waitFor();

  const ada = await phone(`/j/${lesson.code}`);
  await ada.getByRole('button', { name: 'Ada Okoye' }).waitFor();
  await look(ada, 'phone-list');
  expect(await axe(ada)).toEqual([]);
  await ada.getByRole('button', { name: 'Ada Okoye' }).press('Enter');
  await ada.getByRole('heading', { name: 'Your two pictures, Ada Okoye' }).waitFor();
  await ada.getByRole('button', { name: '0 star' }).click();
  await ada.getByRole('button', { name: '1 heart' }).click();
  await ada.getByText('Those are not your pictures.').waitFor();
  await look(ada, 'phone-pictures');
  expect(await axe(ada)).toEqual([]);
  await ada.getByRole('button', { name: '4 phone' }).click();
  await ada.getByRole('button', { name: '7 pencil' }).click();
  await ada.getByRole('heading', { name: 'You’re in, Ada Okoye' }).waitFor();

  // A class brings its list along.
  const home = await desk.window();
  await home.goto(`${desk.url}/teacher`);
  await home.getByRole('button', { name: /A B C D, now/ }).click();
  await home.getByLabel('Class', { exact: true }).selectOption({ label: 'Biology 9' });
  await home.getByText('Each student picks their name', { exact: false }).waitFor();
  await home.getByRole('radio', { name: 'From the list' }).waitFor({ state: 'attached' });
  await look(home, 'start');
  expect(await axe(home)).toEqual([]);
  await home.close();

  const console = await desk.openConsole(lesson.id);
  await console.getByRole('heading', { name: 'Missing (2)' }).waitFor();
  // A name that another phone holds: one tap.
  const cleo = await phone(`/j/${lesson.code}`);
  await cleo.getByRole('button', { name: 'Cleo Marsh' }).click();
  await cleo.getByRole('heading', { name: 'You’re in, Cleo Marsh' }).waitFor();
  const tablet = await phone(`/j/${lesson.code}?lang=es`);
  await tablet.getByRole('button', { name: 'Cleo Marsh' }).click();
  await tablet.getByRole('heading', { name: 'Se pregunta a tu docente' }).waitFor();
  await look(tablet, 'phone-asked-es');
  expect(await axe(tablet)).toEqual([]);
  await console.getByText('Another device wants to be Cleo Marsh.').waitFor();
  await look(console, 'console-claim');
  expect(await axe(console)).toEqual([]);
  await console.getByRole('button', { name: 'Let in as Cleo Marsh' }).click();
  await tablet.getByRole('heading', { name: /Cleo Marsh/ }).waitFor();
  await cleo.getByText('Your teacher gave your name to another phone.', { exact: false }).waitFor();
  await look(cleo, 'phone-moved');
  expect(await axe(cleo)).toEqual([]);

  // Dara sits at a shared tablet: here by a tap, and late by the teacher's word.
  await console.getByRole('button', { name: 'Dara Lind is here' }).click();
  await console.getByText('Everybody on the list is here.').waitFor();
  await console.getByRole('button', { name: 'Attendance', exact: true }).click();
  await console.getByLabel('Attendance of Dara Lind').selectOption('late');
  await console.getByLabel('Minutes late: Dara Lind').fill('7');
  await console.getByLabel('Minutes late: Dara Lind').press('Tab');
  await console.getByText('3 present, 1 late, 0 absent, 0 excused').waitFor();
  await look(console, 'console-attendance');
  expect(await axe(console)).toEqual([]);
  await console.keyboard.press('Escape');

  const results = await desk.window();
  await results.goto(`${desk.url}/teacher/results/${lesson.id}`);
  await results.getByRole('tab', { name: 'Attendance' }).click();
  await results.getByText('Dara Lind: late by 7 min · Ms Okafor', { exact: false }).waitFor();
  await results.getByRole('button', { name: 'As seen: Dara Lind' }).click();
  await results.getByText('3 present, 0 late, 1 absent, 0 excused').waitFor();
  await look(results, 'results-attendance');
  expect(await axe(results)).toEqual([]);
  expect(desk.faults).toEqual([]);
});

test('a guest becomes one of the class from the console; what fails is said in the dialog, with what to do', async () => {
  const { teacher } = desk;
  const of = await makeClass(teacher, [{ name: 'Ada Okoye' }], 'Physics 9');
  const lesson = await desk.startLesson({ identity: 'roster', classId: of.id });
  const [gale] = await desk.join(lesson, ['Gale']);
  const console = await desk.openConsole(lesson.id);
  await console.getByRole('button', { name: 'Let in Gale' }).click();
  await console.getByRole('button', { name: /^Gale,/ }).click();
  const seat = console.getByRole('dialog', { name: 'Gale' });
  await console.route('**/guests', (route) => route.abort());
  await seat.getByRole('button', { name: 'Add to the class' }).click();
  await seat.getByText('Gale was not added to the class.', { exact: false }).waitFor();
  await seat.getByText('add the name on the page of the class', { exact: false }).waitFor();
  await look(console, 'console-guest-failed');
  expect(await axe(console)).toEqual([]);
  await console.unroute('**/guests');
  await seat.getByRole('button', { name: 'Add to the class' }).click();
  await seat.getByText('Gale is a student of the class now.').waitFor();
  expect(await seat.getByRole('button', { name: 'Add to the class' }).count()).toBe(0);
  await look(console, 'console-guest-added');
  expect(await axe(console)).toEqual([]);
  await console.keyboard.press('Escape');

  await console.getByRole('button', { name: 'Attendance', exact: true }).click();
  await console.route('**/enrolled', (route) => route.abort());
  await console.getByRole('button', { name: 'Add new students of the class' }).click();
  await console
    .getByText('The new students were not added to this lesson.', { exact: false })
    .waitFor();
  await console.unroute('**/enrolled');
  await console.getByRole('button', { name: 'Add new students of the class' }).click();
  await console.getByText('Everybody of the class is on the list.').waitFor();
  expect(await axe(console)).toEqual([]);
  gale?.socket.disconnect();
  expect(desk.faults).toEqual([]);
});
