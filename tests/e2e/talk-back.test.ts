import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, says, startConsoleDesk } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

/** A picture for whoever wants to look: SHOTS=folder. */
const shots = process.env['SHOTS'];

test('a student asks without a name; the teacher lets it through, another votes, and it stands on the wall; moods and applause are seen', async () => {
  const lesson = await desk.startLesson({
    play: { qa: 'moderated', pulse: true, reactions: true },
  });
  const page = await desk.openConsole(lesson.id);
  const wall = await desk.window();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(`${desk.url}/wall/${lesson.id}`);
  const [ada, ben] = await Promise.all(
    ['Ada', 'Ben'].map(async (name) => {
      const context = await desk.newContext('light');
      const phone = await context.newPage();
      await phone.setViewportSize({ width: 360, height: 740 });
      await phone.goto(`${desk.url}/j/${lesson.code}`);
      await phone.getByLabel('Your name').fill(name);
      await phone.getByRole('button', { name: 'Join' }).click();
      await phone.getByRole('button', { name: 'Ask a question' }).waitFor();
      return phone;
    }),
  );
  if (!ada || !ben) throw new Error('nobody came');
  if (shots) await ada.screenshot({ path: `${shots}/talk-lobby.png` });
  expect(await axe(ada)).toEqual([]);
  await ada.getByRole('button', { name: 'I’m lost' }).click();
  await ben.getByRole('button', { name: 'Applause' }).click();
  await says(page, '1 is lost · 1 claps');
  await wall.getByText('applause').waitFor({ state: 'attached' });

  await ada.getByRole('button', { name: 'Ask a question' }).click();
  await ada.getByLabel('Your question').fill('Why does an onion cell not burst?');
  await ada.getByRole('button', { name: 'Ask', exact: true }).click();
  await ada.getByText('Your question waits for the teacher').waitFor();
  await page.getByRole('button', { name: /1 new question/ }).waitFor();
  if (shots) await page.screenshot({ path: `${shots}/talk-console.png` });
  await page.keyboard.press('q');
  await page.getByRole('button', { name: /^Let through/ }).click();
  await ben.getByRole('button', { name: 'Ask a question' }).click();
  await ben.getByRole('button', { name: /I want to know that too/ }).click();
  await page.getByText('1 vote', { exact: true }).waitFor();
  expect(await axe(ben)).toEqual([]);
  if (shots) await ben.screenshot({ path: `${shots}/talk-qa.png` });
  await page.getByRole('button', { name: /^On the wall/ }).click();
  await wall.getByRole('heading', { name: 'Why does an onion cell not burst?' }).waitFor();
  if (shots) await wall.screenshot({ path: `${shots}/talk-wall.png` });
  if (shots) await page.screenshot({ path: `${shots}/talk-dialog.png` });
  expect(await axe(page)).toEqual([]);
  expect(await axe(wall)).toEqual([]);
  await page.getByRole('button', { name: /^Answered/ }).click();
  await ben.getByText('Answered', { exact: true }).waitFor();
  // A question of the lesson comes first, and what was being written is still there afterwards.
  await ben.getByLabel('Your question').fill('And a leaf?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await ben.getByRole('button', { name: 'Answer A' }).click();
  await ben.getByRole('button', { name: 'Ask a question' }).click();
  expect(await ben.getByLabel('Your question').inputValue()).toBe('And a leaf?');
  expect(desk.faults).toEqual([]);
});
