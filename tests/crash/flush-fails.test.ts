import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../db/index.ts';
import { readWal } from '../../db/wal.ts';
import { brokenDisk } from '../load/slow-disk.ts';

const child = fileURLToPath(new URL('commit-some.ts', import.meta.url));

test('what failed commits left in the write-ahead log is neither taken for data nor for damage', async ({
  skip,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-test-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const sign = join(dataDir, 'flushes-fail');
  const broken = brokenDisk(sign);
  if ('skipped' in broken) skip(broken.skipped);
  else {
    const program = spawn(process.execPath, [child, dataDir, sign], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...broken.env },
    });
    onTestFinished(() => void program.kill('SIGKILL'));
    const said = await new Promise<string>((resolve) => {
      program.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    });
    const gone = new Promise((resolve) => program.once('exit', resolve));
    program.kill('SIGKILL');
    await gone;
    expect(JSON.parse(said)).toEqual({
      outcomes: [true, false, false, false, true],
      signed: false,
      events: 4,
    });

    expect(readWal(join(dataDir, 'chalkbox.db-wal'))).toEqual({ state: 'whole' });
    const store = openStore({ dataDir });
    if (!('journal' in store)) throw new Error(JSON.stringify(store));
    onTestFinished(() => store.close());
    expect(store.journal.read('lesson-1').map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  }
});
