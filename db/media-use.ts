import type { Database } from 'better-sqlite3';
import { soundEndings } from '../lan-server/contract/sounds.ts';
import type { MediaUsePort } from '../lan-server/ports.ts';
import type { Follow } from './follow.ts';

/** A deleted quiz can be brought back, with its pictures, for so long; ms. */
const regretMs = 30 * 24 * 60 * 60_000;
/** Wherever a picture's or a recording's name stands in a question, in a field of its own or within a text. */
const names = /[0-9a-f]{64}\.(?:jpg|png|mp3|m4a|wav)/g;

/** Most rows hold none: they need not be searched. */
const named = (column: string): string =>
  ['jpg', 'png', ...soundEndings].map((ending) => `${column} LIKE '%.${ending}%'`).join(' OR ');

/** Which pictures and recordings are needed: by quizzes, by the frozen questions of every lesson, and as the school's logo. */
export function createMediaUse(
  db: Database,
  { catchUp }: Pick<Follow, 'catchUp'>,
  now: () => number = Date.now,
): MediaUsePort {
  const used = db
    .prepare<[number], string>(
      `SELECT questions FROM quizzes
         WHERE (deleted_at IS NULL OR deleted_at > ?) AND (${named('questions')})
       UNION ALL
       SELECT question FROM lesson_questions WHERE ${named('question')}
       UNION ALL
       SELECT settings FROM school`,
    )
    .pluck();

  return {
    async names() {
      catchUp();
      const found = new Set<string>();
      for (const questions of used.iterate(now() - regretMs))
        for (const [name] of questions.matchAll(names)) found.add(name);
      return found;
    },
  };
}
