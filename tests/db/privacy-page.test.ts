import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { temporaryFolder } from './lesson-events.ts';

const page = (name: string) =>
  readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');

/** Every column of every table, as `table.column`. */
function columnsThere(): string[] {
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
  return there;
}

const classes = ['person', 'words', 'device', 'answer', 'teacher', 'lesson', 'program'];

test('every column of every table is described in docs/privacy.md with its class, and nothing that is not there', () => {
  const privacy = page('privacy');
  const described = new Set<string>();
  const section = privacy.slice(
    privacy.indexOf('## Every column'),
    privacy.indexOf('## Erasing one student'),
  );
  for (const [, table, columns, kinds] of section.matchAll(
    /^\| `(\w+)` \| (`.*`) \| ([\w, ]+) \|$/gm,
  )) {
    for (const kind of (kinds ?? '').split(', ')) expect(classes).toContain(kind);
    for (const [, column] of (columns ?? '').matchAll(/`(\w+)`/g))
      described.add(`${table}.${column}`);
  }
  expect([...described].toSorted()).toEqual(columnsThere().toSorted());
});

test('every table stands in docs/data.md, and no other', () => {
  const data = page('data');
  const section = data.slice(data.indexOf('## Tables'), data.indexOf('## Pictures'));
  const told = [...section.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].flatMap(([, names = '']) =>
    names.split(', ').map((name) => name.slice(1, -1)),
  );
  const there = new Set(columnsThere().map((column) => column.split('.')[0] ?? ''));
  expect(new Set(told)).toEqual(there);
  expect(told).toHaveLength(there.size);
});
