import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import type { LessonSummary, QuizSummary } from '../../lan-server/contract/api.ts';
import { rejections } from '../../lan-server/contract/rejections.ts';
import en from '../../renderer/i18n/en/errors.json' with { type: 'json' };
import es from '../../renderer/i18n/es/errors.json' with { type: 'json' };
import { createApi } from '../../renderer/teacher/api.ts';
import { greetingKey } from '../../renderer/teacher/home/greeting.ts';
import { needsOf } from '../../renderer/teacher/home/needs.ts';
import { findQuizzes } from '../../renderer/teacher/library/find.ts';
import { queryKeys } from '../../renderer/teacher/query-keys.ts';
import { launchKeyIn, takeLaunchKey } from '../../renderer/teacher/session/launch-key.ts';
import { openSession, signedOut } from '../../renderer/teacher/session/session.ts';
import type { SessionState } from '../../renderer/teacher/session/session.ts';
import { daysBetween } from '../../renderer/teacher/shell/days.ts';

const teacher = {
  id: 'teacher-1',
  name: 'Ms Okafor',
  role: 'admin' as const,
  language: null,
  hasPassword: false,
  hasPin: false,
  atLaptop: true,
};
const error = (code: string, details?: unknown) =>
  Response.json(
    { error: { code, message: code, details } },
    { status: rejections[code as keyof typeof rejections] },
  );

/** A door to a program that answers as told; `asked` holds “METHOD path”. */
function door(answer: (asked: string) => Response | Promise<Response>) {
  const asked: string[] = [];
  const signedOutAt: string[] = [];
  const api = createApi({
    fetch: async (input, init) => {
      const request = `${init?.method ?? 'GET'} ${input as string}`;
      asked.push(request);
      return answer(request);
    },
    onSignedOut: () => void signedOutAt.push(asked.at(-1) ?? ''),
  });
  return { api, asked, signedOutAt };
}

describe('the launch key', () => {
  test('is taken out of the address at once, and nothing else is', () => {
    const left: string[] = [];
    const location = { hash: '#key=abc_DEF-123', pathname: '/teacher/library', search: '?x=1' };
    const history = {
      state: null,
      replaceState: (_state: unknown, _unused: string, url: string) => void left.push(url),
    };
    expect(takeLaunchKey(location, history)).toBe('abc_DEF-123');
    expect(left).toEqual(['/teacher/library?x=1']);
  });

  test('that is not there leaves the address alone', () => {
    const history = { state: null, replaceState: () => expect.unreachable() };
    expect(takeLaunchKey({ hash: '#other', pathname: '/teacher', search: '' }, history)).toBeNull();
  });

  test('is found in a pasted address as well as alone', () => {
    expect(launchKeyIn('  abc-123\n')).toBe('abc-123');
    expect(launchKeyIn('http://127.0.0.1:4747/teacher#key=abc-123')).toBe('abc-123');
    expect(launchKeyIn('  ')).toBeNull();
  });
});

describe('the session', () => {
  test('is opened by the launch key', async () => {
    const { api, asked } = door(() => Response.json({ teacher }));
    expect(await openSession(api, 'key')).toEqual({ is: 'in', session: { teacher } });
    expect(asked).toEqual(['POST /api/v1/session']);
  });

  test('stays good where an old launch key is refused', async () => {
    const { api } = door((asked) =>
      asked.startsWith('POST') ? error('wrong_launch_key') : Response.json({ teacher }),
    );
    expect(await openSession(api, 'stale')).toEqual({ is: 'in', session: { teacher } });
  });

  test('says why it could not be opened', async () => {
    const { api } = door((asked) =>
      error(asked.startsWith('POST') ? 'wrong_launch_key' : 'not_signed_in'),
    );
    expect(await openSession(api, 'stale')).toEqual({
      is: 'out',
      error: { code: 'wrong_launch_key' },
    });
  });

  test('that ends in the middle of work is noticed by any request, and told once', async () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData<SessionState>(queryKeys.session, () => ({
      is: 'in',
      session: { teacher },
    }));
    const { api, signedOutAt } = door(() => error('not_signed_in'));
    await api.quizzes();
    expect(signedOutAt).toEqual(['GET /api/v1/quizzes?limit=100']);
    signedOut(queryClient);
    expect(queryClient.getQueryData(queryKeys.session)).toEqual({ is: 'out', error: null });
  });
});

describe('the door to the program', () => {
  test('gives refusals as values, with their details', async () => {
    const { api } = door(() => error('changed_elsewhere', { revision: 9 }));
    expect(
      await api.saveQuiz('quiz-1234', { title: '', subject: '', questions: [], revision: 1 }),
    ).toEqual({
      ok: false,
      error: { code: 'changed_elsewhere', details: { revision: 9 } },
    });
  });

  test('tells a program that does not answer from one that refuses', async () => {
    const { api } = door(() => Promise.reject(new TypeError('fetch failed')));
    expect(await api.quizzes()).toEqual({ ok: false, error: { code: 'unreachable' } });
    const proxy = door(() => new Response('<h1>Wi-Fi login</h1>', { status: 403 }));
    expect(await proxy.api.quizzes()).toEqual({ ok: false, error: { code: 'unreachable' } });
  });

  test('takes a page of another kind that answers with 200 for no answer', async () => {
    const { api } = door(() => new Response('<h1>Wi-Fi login</h1>'));
    expect(await api.quizzes()).toEqual({ ok: false, error: { code: 'unreachable' } });
  });

  test('has a sentence for every refusal there is, in both languages', () => {
    for (const code of [...Object.keys(rejections), 'unreachable'])
      for (const texts of [en, es]) expect(Object.keys(texts)).toContain(code);
  });
});

describe('the home page', () => {
  const now = Date.UTC(2026, 10, 21, 10);
  const lesson = (id: string, hoursAgo: number): LessonSummary => ({
    id,
    title: id,
    subject: '',
    code: '4827',
    status: 'live',
    startedAt: now - hoursAgo * 3_600_000,
    endedAt: null,
    questions: 1,
    seats: 3,
  });
  const quiz = (id: string, unready: number): QuizSummary => ({
    id,
    title: id,
    subject: '',
    questions: 5,
    unready,
    updatedAt: now,
    usedAt: null,
  });

  test('greets by the time of day', () => {
    expect([3, 4, 11, 12, 17, 18].map(greetingKey)).toEqual([
      'teacher.home.evening',
      'teacher.home.morning',
      'teacher.home.morning',
      'teacher.home.afternoon',
      'teacher.home.afternoon',
      'teacher.home.evening',
    ]);
  });

  test('asks for attention only where a lesson was left open or a quiz lacks something', () => {
    expect(needsOf([lesson('now', 1)], [quiz('whole', 0)], null, now)).toEqual([]);
    const needs = needsOf([lesson('now', 1), lesson('old', 5)], [quiz('half', 2)], null, now);
    expect(needs.map((need) => need.is)).toEqual(['left-open', 'unready']);
  });

  test('counts days as people do', () => {
    const late = new Date(2026, 10, 20, 23, 59).getTime();
    const early = new Date(2026, 10, 21, 0, 1).getTime();
    expect(daysBetween(late, early)).toBe(1);
    expect(daysBetween(early, early + 3_600_000)).toBe(0);
    expect(daysBetween(new Date(2026, 2, 20).getTime(), new Date(2026, 3, 20).getTime())).toBe(31);
  });
});

describe('the library', () => {
  const quizzes = [
    { title: 'Física: óptica', subject: 'Ciencias' },
    { title: 'Osmosis and water potential', subject: 'Biology' },
    { title: 'Enzymes', subject: 'Biology' },
  ];
  const titles = (wanted: string) => findQuizzes(quizzes, wanted).map(({ title }) => title);

  test('finds by words of title and subject in any order, whatever their case and accents', () => {
    expect(titles('fisica')).toEqual(['Física: óptica']);
    expect(titles('BIOLOGY water')).toEqual(['Osmosis and water potential']);
    expect(titles('biology enzymes osmosis')).toEqual([]);
  });

  test('shows everything while nothing is wanted', () => {
    expect(titles('  ')).toHaveLength(3);
  });
});
