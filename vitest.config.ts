import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * How many files of a project run at a time. Browsers, servers, crashes and namespaces mostly wait for each other, so there are
 * more than there are cores. Each file has its own ports, folders and names, and none rests on speed.
 */
const atOnce = { gateway: 4, e2e: 3 };

// The program is started some hundred times: what Node has compiled once need not be compiled again. A third of each start.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('.cache/compiled', import.meta.url));

// One build of the pages serves all tests, also those that look at the gallery.
process.env['CHALKBOX_GALLERY'] ??= '1';

/** One project for each kind of door that the tests go through. */
export default defineConfig({
  test: {
    reporters: ['default'],
    // Waits for what is expected, for as long as a busy machine may need.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        test: {
          name: 'unit',
          // A busy machine is no failure; figures of speed stand in the bench.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            'tests/unit/**/*.test.ts',
            'tests/db/**/*.test.ts',
            'tests/desktop/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'gateway',
          include: ['tests/{gateway,attack,netns,crash,fuzz}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: atOnce.gateway,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: atOnce.e2e,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
