import { defineConfig } from 'vitest/config';

/**
 * Servers, browsers and namespaces mostly wait for each other, so three files of a project run at a time; each has its own
 * ports, folders and names, and none rests on speed.
 */
const atOnce = 3;

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
          maxWorkers: atOnce,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: atOnce,
        },
      },
    ],
  },
});
