import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { temporaryFolder } from './lesson-events.ts';

const classes = ['person', 'words', 'device', 'answer', 'teacher', 'lesson', 'program'];

test('every column of every table is described in docs/privacy.md with its class, and nothing that is not there', () => {
  const page = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');
  const described = new Set<string>();
  const section = page.slice(
    page.indexOf('## Every column'),
    page.indexOf('## Erasing one student'),
  );
  for (const [, table, columns, kinds] of section.matchAll(
    /^\| `(\w+)` \| (`.*`) \| ([\w, ]+) \|$/gm,
  )) {
    for (const kind of (kinds ?? '').split(', ')) expect(classes).toContain(kind);
    for (const [, column] of (columns ?? '').matchAll(/`(\w+)`/g))
      described.add(`${table}.${column}`);
  }
  const db = openDatabase(temporaryFolder());
  if ('refused' in db) throw new Error(db.refused);
  const there = db
    .prepare<[], string>(
      `SELECT t.name || '.' || c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  db.close();
  expect([...described].toSorted()).toEqual(there.toSorted());
});
