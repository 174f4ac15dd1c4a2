import { defineConfig } from 'vitest/config';

const minutes = process.env['CHALKBOX_SOAK_MINUTES'] ?? '10';

/**
 * `npm run soak`: what chooses at random goes on for its share of CHALKBOX_SOAK_MINUTES (10) or tries more often; the other tests of
 * crashes, damage, backups, coming back and attacks run once beside it. That takes some ten minutes more.
 */
export default defineConfig({
  test: {
    reporters: ['verbose'],
    env: { CHALKBOX_SOAK_MINUTES: minutes },
    expect: { poll: { timeout: 20_000 } },
    include: [
      'tests/{attack,crash,fuzz,soak}/**/*.test.ts',
      'tests/db/{backup,damage,exchange,power-cut}.test.ts',
      'tests/gateway/{asleep,backups,fuzz-sockets,late,media,reconnect,rescue,rest-fuzz}.test.ts',
      'tests/unit/schemas.test.ts',
    ],
    testTimeout: 60_000 + Number(minutes) * 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
