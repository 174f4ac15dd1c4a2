import { writeFileSync } from 'node:fs';
import { rolesDocument } from './roles/document.ts';

// Writes docs/roles.md from the tables that the program asks.
writeFileSync(new URL('../docs/roles.md', import.meta.url), rolesDocument());
