import { seatCode } from '../../lan-server/contract/seat-code.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, says, startConsoleDesk, step } from './console-desk.ts';
import type { ConsoleDesk } from './console-desk.ts';

let desk: ConsoleDesk;

beforeAll(async () => {
  desk = await startConsoleDesk();
});
afterAll(() => desk?.end());

describe('The room in the console', () => {
  test('holds thirty seats at 1366 × 768 and 1024 × 768 without scrolling the page', async () => {
    const lesson = await desk.startLesson();
    await desk.join(
      lesson,
      Array.from({ length: 30 }, (_, at) => `Student ${at}`),
    );
    const page = await desk.openConsole(lesson.id);
    await says(page, '30 of 30 connected');
    const overflow = () =>
      page.locator('ol[aria-label="Seats"]').evaluate((seats) => {
        const over = (box: typeof seats) =>
          box.scrollHeight - box.clientHeight + box.scrollWidth - box.clientWidth;
        const room = seats.parentElement;
        return {
          page: over(seats.ownerDocument.documentElement),
          room: room ? over(room) : -1,
        };
      });
    expect(await overflow()).toEqual({ page: 0, room: 0 });
    await page.setViewportSize({ width: 1024, height: 768 });
    expect((await overflow()).page).toBe(0);
    await page.close();
  });

  test('keeps everything within reach at 200 %, one thing under the other', async () => {
    const lesson = await desk.startLesson();
    await desk.join(lesson, ['Amara', 'Wolfeschlegelsteinhausen']);
    const page = await desk.openConsole(lesson.id);
    await page.setViewportSize({ width: 683, height: 384 });
    const wide = () => page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    await expect.poll(wide).toBe(0);
    for (const name of ['End lesson', /^Blank/, /^Amara,/, /^Open question 1/]) {
      const button = page.getByRole('button', { name });
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 683, String(name)).toBe(true);
      expect(box && box.y >= 0 && box.y + box.height <= 384, String(name)).toBe(true);
    }
    await page.getByRole('button', { name: /^Open question 1/ }).click();
    await step(page, 'Close');
    await page.close();
  });

  test('removes a seat and takes it back in its place', async () => {
    const lesson = await desk.startLesson();
    await desk.join(lesson, ['Amara', 'Ben']);
    const page = await desk.openConsole(lesson.id);
    const seat = page.getByRole('listitem').filter({ hasText: 'Ben' });
    const height = async () => (await seat.boundingBox())?.height;
    const before = await height();
    await page.getByRole('button', { name: /^Ben,/ }).click();
    await page.getByRole('button', { name: 'Remove from the lesson' }).click();
    await says(page, '1 of 1 connected');
    expect(await height()).toBe(before);
    await page.getByRole('button', { name: 'Undo removing Ben' }).click();
    await says(page, '2 of 2 connected');
    expect(await page.getByRole('button', { name: 'Ben, not yet' }).count()).toBe(1);
    await page.close();
  });

  test('lets in who asks, closes the door, and sends out who may come back', async () => {
    const lesson = await desk.startLesson({ play: { approve: true } });
    await desk.join(lesson, ['Amara', 'Ben', 'Cleo']);
    const page = await desk.openConsole(lesson.id);
    await page.getByRole('button', { name: 'Let in Amara' }).click();
    await page.getByRole('button', { name: 'Amara, not yet' }).waitFor();
    await page.getByRole('button', { name: 'Refuse Ben' }).click();
    await page.getByRole('button', { name: 'Let 1 in' }).click();
    await says(page, '2 of 2 connected');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'More on the room' }).click();
    await page.getByRole('menuitem', { name: 'Close the door' }).click();
    await says(page, 'Door closed');
    await page.getByRole('button', { name: 'Cleo, not yet' }).click();
    await page.getByRole('button', { name: 'Send out' }).click();
    await says(page, '1 of 1 connected');
    await page.close();
  });

  test('says since when a student is offline, and keeps the seat', async () => {
    const lesson = await desk.startLesson();
    const [amara] = await desk.join(lesson, ['Amara']);
    const page = await desk.openConsole(lesson.id);
    await page.getByRole('button', { name: 'Amara, not yet' }).waitFor();
    amara!.socket.disconnect();
    await page.getByRole('button', { name: 'Amara, offline' }).waitFor();
    await says(page, 'just now');
    expect(await page.getByText('0 of 1 connected').count()).toBe(1);
    await page.close();
  });

  test('shows the code by which a student comes back to the seat', async () => {
    const lesson = await desk.startLesson();
    const [amara] = await desk.join(lesson, ['Amara']);
    const page = await desk.openConsole(lesson.id);
    await page.getByRole('button', { name: 'Amara, not yet' }).click();
    const dialog = page.getByRole('dialog', { name: 'Amara' });
    await dialog.getByText(seatCode(amara!.seat.seatId)).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('is clean to axe in %s', async (scheme) => {
    const lesson = await desk.startLesson();
    const themed = await desk.newContext(scheme);
    const page = await desk.openConsole(lesson.id, themed);
    expect(await axe(page)).toEqual([]);
    await desk.join(lesson, ['Amara', 'Ben']);
    await says(page, 'Ben');
    await page.keyboard.press('Space');
    await step(page, /Close/);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('o');
    await page.getByRole('dialog').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await step(page, /Question 2/);
    expect(await axe(page)).toEqual([]);
    await themed.close();
  });
});
