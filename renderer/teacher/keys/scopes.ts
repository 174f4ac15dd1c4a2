import type { Scope } from '../../../lan-server/contract/keys.ts';
import type { TextKey } from '../../i18n/keys.ts';

/** What each scope lets a key do, in words; in the order in which they are offered. */
export const scopeWords = {
  'quizzes:read': 'api.scope.quizzesRead',
  'quizzes:write': 'api.scope.quizzesWrite',
  'lessons:read': 'api.scope.lessonsRead',
  'lessons:write': 'api.scope.lessonsWrite',
  'results:read': 'api.scope.resultsRead',
  'classes:read': 'api.scope.classesRead',
  'classes:write': 'api.scope.classesWrite',
  'students:read': 'api.scope.studentsRead',
  'students:write': 'api.scope.studentsWrite',
  'schedule:read': 'api.scope.scheduleRead',
  'schedule:write': 'api.scope.scheduleWrite',
} as const satisfies Record<Scope, TextKey>;

export const allScopes = Object.keys(scopeWords) as Scope[];
