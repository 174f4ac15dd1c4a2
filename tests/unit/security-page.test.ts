import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** The rows of the tables of threats, cell by cell: threat, what stops it, what attacks it, what remains. */
function threats(): string[][] {
  const page = read('docs/security.md');
  return page
    .slice(page.indexOf('## Threats'), page.indexOf('## Limits'))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| threat |'))
    .map((line) =>
      line
        .slice(2)
        .replace(/\s*\|$/, '')
        .split(/\s\|\s?/),
    );
}

/** What a cell names: files, each with the words that stand in it. */
function named(cell: string): { file: string; words: string[] }[] {
  const files: { file: string; words: string[] }[] = [];
  for (const [, name, words] of cell.matchAll(/`([^`]+)`|“([^”]+)”/g))
    if (name !== undefined)
      files.push({
        file: name.includes('/') ? `tests/${name}` : `tests/attack/${name}.test.ts`,
        words: [],
      });
    else if (words !== undefined) files.at(-1)?.words.push(words);
  return files;
}

test('each threat of docs/security.md names tests that attack it, and they are there under that name', () => {
  const all = threats();
  expect(all.length).toBeGreaterThan(45);
  for (const cells of all) {
    const [threat = '', , attacked = ''] = cells;
    expect([threat, cells.length]).toEqual([threat, 4]);
    const files = named(attacked);
    expect([threat, files.length > 0]).toEqual([threat, true]);
    for (const { file, words } of files) {
      expect([threat, file, existsSync(new URL(file, root))]).toEqual([threat, file, true]);
      const source = read(file);
      for (const part of words)
        expect([threat, part, source.includes(part)]).toEqual([threat, part, true]);
    }
  }
});

test('every attack stands in docs/security.md', () => {
  const told = new Set(
    threats().flatMap(([, , attacked = '']) => named(attacked).map((one) => one.file)),
  );
  const page = read('docs/security.md');
  const inLimits = new Set(named(page.slice(page.indexOf('## Limits'))).map(({ file }) => file));
  for (const name of readdirSync(new URL('tests/attack', root))) {
    if (!name.endsWith('.test.ts')) continue;
    const file = `tests/attack/${name}`;
    expect([name, told.has(file) || inLimits.has(file)]).toEqual([name, true]);
  }
});
