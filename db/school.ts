import type { Database } from 'better-sqlite3';
import { defaultSchool, schoolSchema } from '../lan-server/contract/school.ts';
import type { SchoolPort } from '../lan-server/ports.ts';

/** The school's settings: one row. What another version wrote and this one cannot read counts as not said. */
export function createSchool(db: Database): SchoolPort {
  const get = db.prepare<[], string>('SELECT settings FROM school WHERE id = 1').pluck();
  const set = db.prepare<[string]>(
    `INSERT INTO school (id, settings) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET settings = excluded.settings`,
  );
  return {
    settings() {
      const stored = get.get();
      if (stored === undefined) return defaultSchool;
      const parsed = schoolSchema.safeParse({
        ...defaultSchool,
        ...(JSON.parse(stored) as object),
      });
      return parsed.success ? parsed.data : defaultSchool;
    },
    save(school) {
      set.run(JSON.stringify(school));
    },
  };
}
