import { defineConfig } from 'vitest/config';

const minutes = process.env['CHALKBOX_SOAK_MINUTES'] ?? '10';

/** `npm run soak`: the tests that can be run for as long as one likes, CHALKBOX_SOAK_MINUTES (10) minutes in all. */
export default defineConfig({
  test: {
    reporters: ['verbose'],
    env: { CHALKBOX_SOAK_MINUTES: minutes },
    expect: { poll: { timeout: 20_000 } },
    include: ['tests/{crash,fuzz,soak}/**/*.test.ts'],
    testTimeout: 60_000 + Number(minutes) * 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
