import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rolesDocument } from '../../scripts/roles/document.ts';

test('docs/roles.md is what the tables of rights, routes and commands say: run `npm run roles` where it is not', () => {
  const stored = readFileSync(new URL('../../docs/roles.md', import.meta.url), 'utf8');
  expect(stored).toBe(rolesDocument());
});
