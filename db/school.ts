import type { Database } from 'better-sqlite3';
import { defaultSchool, schoolSchema } from '../lan-server/contract/school.ts';
import type { School } from '../lan-server/contract/school.ts';
import type { SchoolPort } from '../lan-server/ports.ts';

/** The school's settings: one row. What another version wrote and this one cannot read counts as not said. */
export function createSchool(db: Database): SchoolPort {
  const get = db.prepare<[], string>('SELECT settings FROM school WHERE id = 1').pluck();
  const set = db.prepare<[string]>(
    `INSERT INTO school (id, settings) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET settings = excluded.settings`,
  );
  function read() {
    const stored = get.get();
    if (stored === undefined) return defaultSchool;
    const parsed = schoolSchema.safeParse({
      ...defaultSchool,
      ...(JSON.parse(stored) as object),
    });
    return parsed.success ? parsed.data : defaultSchool;
  }

  // Asked for with every frame of a wall, and changed by this connection alone.
  let known: School | null = null;
  return {
    settings: () => (known ??= read()),
    save(school) {
      set.run(JSON.stringify(school));
      known = school;
    },
  };
}
