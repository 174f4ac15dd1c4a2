import axeCore from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

type Looked = {
  /** Only these rules; all that are on by default when not given. */
  only?: string[];
  /** Rules that are not asked. */
  except?: string[];
};

/**
 * What axe finds on the page as it stands, a line each: the rule and what broke it. Waits for what is on its way: a colour
 * between two themes belongs to neither. axe is handed to a page once and runs in it; our pages have no frames to look into.
 */
export async function axeFinds(page: Page, { only, except = [] }: Looked = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeCore.source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
    ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
  };
  return page.evaluate(async (given) => {
    // A timer's ring, or what turns for ever, is not waited for.
    const ending = document.getAnimations().filter(({ playState, currentTime, effect }) => {
      const left = Number(effect?.getComputedTiming().endTime) - Number(currentTime ?? 0);
      return playState === 'running' && left < 2000;
    });
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const { axe } = globalThis as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run(document, given);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, options);
}
