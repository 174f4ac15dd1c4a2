import type { z } from 'zod';
import type {
  LessonSummary,
  newAcceptedSchema,
  Network,
  healthSchema,
  newLessonSchema,
  newQuizSchema,
  Quiz,
  QuizSummary,
  Results,
  saveQuizSchema,
  Session,
  setupSchema,
  setupStateSchema,
  signInSchema,
  Simulation,
  teacherPatchSchema,
} from '../../lan-server/contract/api.ts';
import type {
  BackupJob,
  backupJobStateSchema,
  BackupPlaces,
  Backups,
  Rescue,
  restoreSchema,
} from '../../lan-server/contract/backups.ts';
import type { LessonAttendance, MarkAttendance } from '../../lan-server/contract/attendance.ts';
import type { classListSchema, schoolClassSchema } from '../../lan-server/contract/classes.ts';
import type { CardList } from '../../lan-server/contract/moderation.ts';
import type { ApiKey, MadeKey, NewKey } from '../../lan-server/contract/keys.ts';
import type {
  newPlanSchema,
  planChangeSchema,
  Planned,
  PlannedChanged,
  Schedule,
  Scope,
} from '../../lan-server/contract/schedule.ts';
import type { School } from '../../lan-server/contract/school.ts';
import type {
  CodesState,
  CoTeachers,
  newTeacherSchema,
  NewCodes,
  SignInList,
  Staff,
  staffChangeSchema,
  StaffChanged,
} from '../../lan-server/contract/staff.ts';
import type { Devices, DevicesSignedOut } from '../../lan-server/contract/devices.ts';
import { apiPath, longestPage } from '../../lan-server/contract/paths.ts';
import type { WireError } from '../../lan-server/contract/rejections.ts';
import type { ApiError, ApiResult } from './api-result.ts';
import { historyApi } from './history-api.ts';
import { createClassesApi } from './classes/classes-api.ts';

export type { ApiError, ApiResult } from './api-result.ts';

export type NewQuiz = z.input<typeof newQuizSchema>;
export type SaveQuiz = z.input<typeof saveQuizSchema>;
export type NewAccepted = z.input<typeof newAcceptedSchema>;
export type PlanWanted = z.input<typeof newPlanSchema>;
export type NewLesson = z.input<typeof newLessonSchema>;
export type Setup = z.input<typeof setupSchema>;
export type SetupState = z.infer<typeof setupStateSchema>;
export type SignIn = z.input<typeof signInSchema>;
export type TeacherPatch = z.input<typeof teacherPatchSchema>;
export type NewTeacher = z.input<typeof newTeacherSchema>;
export type StaffChange = z.input<typeof staffChangeSchema>;
export type RestoreChoice = z.input<typeof restoreSchema>;
export type Health = z.infer<typeof healthSchema>;

/** What teachers can share. */
export type Taught = { kind: 'class' | 'lesson'; id: string };

/** A job that has begun. */
type Begun = { job: BackupJob };
type Saved = { revision: number; updatedAt: number };
type Page = { next: string | null } & Record<string, unknown>;

type ApiNeeds = {
  /** The browser's own, or a test's. */
  fetch: typeof globalThis.fetch;
  /** Called when a request finds that the session is over, before its result is given back. */
  onSignedOut: () => void;
};

/** As it stands in an address; without those that are not given. */
function queryOf(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** Milliseconds after which a request counts as unanswered: a laptop on its own network answers in a fraction. */
const patience = 15_000;
/** Of work that takes the program seconds, on a slow disk many. */
const longPatience = 180_000;

async function refusal(response: Response): Promise<ApiError> {
  try {
    const { error } = (await response.json()) as { error: WireError };
    return error.details === undefined
      ? { code: error.code }
      : { code: error.code, details: error.details };
  } catch {
    // Not our form of an error: something between the page and the program answered in its place.
    return { code: response.status >= 500 ? 'internal' : 'unreachable' };
  }
}

/** The typed door to `/api/v1`: one function a route of `contract/api.ts`. */
export function createApi({ fetch, onSignedOut }: ApiNeeds) {
  async function ask<T>(
    method: string,
    path: string,
    body?: object,
    { keepalive = false, quiet = false, patient = false } = {},
  ): Promise<ApiResult<T>> {
    let response: Response;
    try {
      response = await fetch(`${apiPath}${path}`, {
        method,
        keepalive,
        credentials: 'same-origin',
        signal: AbortSignal.timeout(patient ? longPatience : patience),
        ...(body === undefined
          ? {}
          : body instanceof Uint8Array
            ? // A file as it is.
              {
                headers: { 'content-type': 'application/octet-stream' },
                body: Uint8Array.from(body),
              }
            : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      if (response.ok) {
        const text = await response.text();
        return { ok: true, value: (text === '' ? undefined : JSON.parse(text)) as T };
      }
    } catch {
      return { ok: false, error: { code: 'unreachable' } };
    }
    const error = await refusal(response);
    if (error.code === 'not_signed_in' && !quiet) onSignedOut();
    return { ok: false, error };
  }

  /** A list of this name as a whole: its pages one after the other, each as long as they may be. */
  async function askAll<Row>(
    name: string,
    path: string,
    filter: Record<string, string> = {},
  ): Promise<ApiResult<Row[]>> {
    const all: Row[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({
        ...filter,
        limit: String(longestPage),
        ...(cursor === null ? {} : { cursor }),
      });
      const page: ApiResult<Page> = await ask<Page>('GET', `${path}?${query.toString()}`);
      if (!page.ok) return page;
      all.push(...((page.value[name] ?? []) as Row[]));
      cursor = page.value.next;
    } while (cursor !== null);
    return { ok: true, value: all };
  }

  const lesson = (id: string) => `/lessons/${encodeURIComponent(id)}`;
  const planned = (id: string) => `/schedule/${encodeURIComponent(id)}`;
  const taught = ({ kind, id }: Taught) =>
    `/${kind === 'class' ? 'classes' : 'lessons'}/${encodeURIComponent(id)}`;
  const quiz = (id: string) => `/quizzes/${encodeURIComponent(id)}`;

  return {
    ...createClassesApi(ask),

    session: () => ask<Session>('GET', '/session', undefined, { quiet: true }),
    signIn: (how: SignIn) => ask<Session>('POST', '/session', how, { quiet: true }),
    signOut: () => ask<void>('DELETE', '/session', undefined, { quiet: true }),

    /** Who can sign in on this device. */
    signInList: () => ask<SignInList>('GET', '/session/teachers'),
    /** The laptop's window asks again who sits there. */
    leave: () => ask<Session>('POST', '/session/leave', undefined, { quiet: true }),

    teachers: () => ask<Staff>('GET', '/teachers'),
    addTeacher: (fresh: NewTeacher) => ask<StaffChanged>('POST', '/teachers', fresh),
    changeStaff: (id: string, change: StaffChange) =>
      ask<StaffChanged>('PATCH', `/teachers/${encodeURIComponent(id)}`, change),
    codes: () => ask<CodesState>('GET', '/teacher/codes'),
    makeCodes: () => ask<NewCodes>('POST', '/teacher/codes'),
    school: () => ask<School>('GET', '/school'),
    saveSchool: (school: School) => ask<School>('PUT', '/school', school),

    coTeachers: (of: Taught) => ask<CoTeachers>('GET', `${taught(of)}/teachers`),
    inviteCoTeacher: (of: Taught, teacherId: string) =>
      ask<CoTeachers>('POST', `${taught(of)}/teachers`, { teacherId }),
    removeCoTeacher: (of: Taught, teacherId: string) =>
      ask<CoTeachers>('DELETE', `${taught(of)}/teachers/${encodeURIComponent(teacherId)}`),

    setupState: () => ask<SetupState>('GET', '/setup'),
    setUp: (setup: Setup) => ask<Session>('POST', '/setup', setup),
    changeTeacher: (patch: TeacherPatch) => ask<Session>('PATCH', '/teacher', patch),

    /** All of them, newest first. */
    quizzes: () => askAll<QuizSummary>('quizzes', '/quizzes'),
    quiz: (id: string) => ask<Quiz>('GET', quiz(id)),
    createQuiz: (fresh: NewQuiz) => ask<Quiz>('POST', '/quizzes', fresh),
    /** `keepalive`: goes out even while the page is being left. */
    saveQuiz: (id: string, content: SaveQuiz, keepalive = false) =>
      ask<Saved>('PUT', quiz(id), content, { keepalive }),
    deleteQuiz: (id: string) => ask<void>('DELETE', quiz(id)),
    restoreQuiz: (id: string) => ask<Quiz>('POST', `${quiz(id)}/restore`),
    duplicateQuiz: (id: string, title: string) =>
      ask<Quiz>('POST', `${quiz(id)}/duplicate`, { title }),

    /** All of them, newest first. */
    lessons: (status?: 'live' | 'ended') =>
      askAll<LessonSummary>('lessons', '/lessons', status === undefined ? {} : { status }),
    lesson: (id: string) => ask<LessonSummary>('GET', lesson(id)),
    startLesson: (fresh: NewLesson) => ask<LessonSummary>('POST', '/lessons', fresh),
    results: (id: string) => ask<Results>('GET', `${lesson(id)}/results`),
    cards: (id: string, query: { questionId: string; standing: string; from: number }) =>
      ask<CardList>(
        'GET',
        `${lesson(id)}/cards?${new URLSearchParams({ ...query, from: String(query.from) }).toString()}`,
      ),
    acceptAnswer: (id: string, change: NewAccepted) =>
      ask<void>('POST', `${lesson(id)}/accepted`, change),
    /** The address of a file with all answers; `language` chooses the words of its heads. */
    exportHref: (id: string, format: 'csv' | 'xlsx', language: string) =>
      `${apiPath}${lesson(id)}/export.${format}?lang=${language}`,

    attendance: (id: string) => ask<LessonAttendance>('GET', `${lesson(id)}/attendance`),
    markAttendance: (id: string, mark: MarkAttendance) =>
      ask<void>('POST', `${lesson(id)}/attendance`, mark),
    /** Those who have come to the class since the lesson's start. */
    addEnrolled: (id: string) => ask<{ added: number }>('POST', `${lesson(id)}/enrolled`),
    /** A guest becomes a student of the lesson's class. */
    addGuest: (id: string, seatId: string) => ask<void>('POST', `${lesson(id)}/guests`, { seatId }),

    simulation: (id: string) => ask<Simulation>('GET', `${lesson(id)}/simulation`),
    startSimulation: (id: string, students: number) =>
      ask<Simulation>('POST', `${lesson(id)}/simulation`, { students }),
    stopSimulation: (id: string) => ask<void>('DELETE', `${lesson(id)}/simulation`),

    ...historyApi(ask),

    backups: () => ask<Backups>('GET', '/backups'),
    backupJob: () => ask<z.infer<typeof backupJobStateSchema>>('GET', '/backups/job'),
    backUp: () => ask<Begun>('POST', '/backups'),
    cancelBackupJob: () => ask<void>('DELETE', '/backups/job'),
    restoreBackup: (choice: RestoreChoice) => ask<Begun>('POST', '/backups/restore', choice),
    backupPlaces: () => ask<BackupPlaces>('GET', '/backups/places'),
    /** `null`: backups stay on the laptop only. */
    chooseBackupFolder: (path: string | null) => ask<Backups>('PUT', '/backups/folder', { path }),
    rescue: () => ask<Rescue>('GET', '/rescue'),
    startEmpty: () => ask<Begun>('POST', '/rescue/empty'),
    goOnDamaged: () => ask<Begun>('POST', '/rescue/go-on'),

    keys: () => askAll<ApiKey>('keys', '/keys'),
    makeKey: (key: NewKey) => ask<MadeKey>('POST', '/keys', key),
    revokeKey: (id: string) => ask<ApiKey>('POST', `/keys/${encodeURIComponent(id)}/revoke`),
    deleteKey: (id: string) => ask<void>('DELETE', `/keys/${encodeURIComponent(id)}`),

    devices: () => ask<Devices>('GET', '/devices'),
    signOutDevice: (id: string) => ask<void>('DELETE', `/devices/${encodeURIComponent(id)}`),
    signOutOtherDevices: () => ask<DevicesSignedOut>('DELETE', '/devices'),
    /** The address of the diagnostics file. */
    diagnosticsHref: `${apiPath}/diagnostics`,

    classesTaught: () => ask<z.infer<typeof classListSchema>>('GET', '/classes'),
    classSections: (id: string) =>
      ask<z.infer<typeof schoolClassSchema>>('GET', `/classes/${encodeURIComponent(id)}`),
    schedule: (query: { from?: string | undefined; classId?: string | undefined } = {}) =>
      ask<Schedule>('GET', `/schedule${queryOf(query)}`),
    plan: (plan: PlanWanted) => ask<PlannedChanged>('POST', '/schedule', plan),
    changePlanned: (id: string, change: z.input<typeof planChangeSchema>) =>
      ask<PlannedChanged>('PATCH', planned(id), change),
    cancelPlanned: (id: string, scope: Scope) =>
      ask<PlannedChanged>('POST', `${planned(id)}/cancel`, { scope }),
    undoSchedule: (undo: string) => ask<PlannedChanged>('POST', '/schedule/undo', { undo }),
    startPlanned: (id: string) => ask<LessonSummary>('POST', `${planned(id)}/start`),
    askLater: (id: string, minutes: number) =>
      ask<Planned>('POST', `${planned(id)}/later`, { minutes }),
    extendPlanned: (id: string, minutes: number) =>
      ask<Planned>('POST', `${planned(id)}/extend`, { minutes }),

    network: () => ask<Network>('GET', '/network'),
    /** Open to all and outside `/api/v1`. */
    async health(): Promise<ApiResult<Health>> {
      try {
        const response = await fetch('/health', { signal: AbortSignal.timeout(patience) });
        return { ok: true, value: (await response.json()) as Health };
      } catch {
        return { ok: false, error: { code: 'unreachable' } };
      }
    },
  };
}

export type Api = ReturnType<typeof createApi>;
