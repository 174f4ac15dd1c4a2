import { defineConfig } from 'vitest/config';

/** One project a folder of tests/: fast ones side by side, those with servers, browsers or namespaces one after the other. */
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
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
