import type { Express } from 'express';
import type { Network } from '../contract/api.ts';
import type { Diagnostics } from '../contract/diagnostics.ts';
import { apiPath, mediaPath } from '../contract/paths.ts';
import type { Backups } from '../backups/backups.ts';
import type { Library } from '../library/quizzes.ts';
import type { Media } from '../library/media.ts';
import type { Log } from '../log.ts';
import type { Accounts } from '../people/accounts.ts';
import type { CoTeaching } from '../people/co-teachers.ts';
import type { SignIn } from '../people/sign-in.ts';
import type { StaffRoom } from '../people/staff.ts';
import type { Classes } from '../people/classes.ts';
import type { StudentImport } from '../people/import/student-import.ts';
import type { Tables } from '../interchange/tables.ts';
import type { Students } from '../people/students.ts';
import type { ApiKeys } from '../people/api-keys.ts';
import type { Plans } from '../schedule/plans.ts';
import type { HealthPort, LessonsPort, RostersPort, SchoolPort } from '../ports.ts';
import type { Auth } from './auth.ts';
import { errorForm, unknownRoute } from './errors.ts';
import { guardedApp } from './guarded-app.ts';
import type { Guards } from './guards.ts';
import { compressJson } from './compress.ts';
import { createKeyDoor } from './key-door.ts';
import { createLimits } from './limits.ts';
import { createMediaFiles } from './media-files.ts';
import type { Past } from './past.ts';
import { createPages } from './pages.ts';
import { backupRoutes } from './routes/backups.ts';
import { coTeacherRoutes } from './routes/co-teachers.ts';
import { attendanceRoutes } from './routes/attendance.ts';
import type { LiveRosters } from './routes/attendance.ts';
import { cardRoutes } from './routes/cards.ts';
import { classRoutes } from './routes/classes.ts';
import { classImportRoutes } from './routes/class-import.ts';
import { classStudentRoutes } from './routes/class-students.ts';
import { deviceRoutes } from './routes/devices.ts';
import { diagnosticsRoutes } from './routes/diagnostics.ts';
import { documentRoutes } from './routes/document.ts';
import { doorRoutes } from './routes/door.ts';
import { healthRoutes } from './routes/health.ts';
import { keyRoutes } from './routes/keys.ts';
import type { LiveLessons } from './routes/lessons.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { mediaRoutes } from './routes/media.ts';
import { networkRoutes } from './routes/network.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { privacyRoutes, releaseRoutes } from './routes/privacy.ts';
import { quizRoutes } from './routes/quizzes.ts';
import { rescueRoutes } from './routes/rescue.ts';
import { resultRoutes } from './routes/results.ts';
import { scheduleRoutes } from './routes/schedule.ts';
import { schoolRoutes } from './routes/school.ts';
import { studentHistoryRoutes } from './routes/student-history.ts';
import { sessionRoutes } from './routes/session.ts';
import { staffRoutes } from './routes/staff.ts';
import { setupRoutes } from './routes/setup.ts';
import { simulationRoutes } from './routes/simulation.ts';
import { studentRoutes } from './routes/students.ts';
import { teacherRoutes } from './routes/teacher.ts';
import type { StartLesson } from './start-lesson.ts';

/**
 * Everything over HTTP but the live sockets: `/api/v1`, `/health` and the pages. The guards ask first, the error form
 * answers last, whatever happens between.
 */
export function createHttp(parts: {
  guards: Guards;
  auth: Auth;
  accounts: Accounts;
  signIn: SignIn;
  staff: StaffRoom;
  coTeaching: CoTeaching;
  school: SchoolPort;
  classes: Classes;
  students: Students;
  apiKeys: ApiKeys;
  tables: Tables;
  studentImport: StudentImport;
  library: Library;
  media: Media;
  lessons: LessonsPort;
  startLesson: StartLesson;
  plans: Plans;
  rosters: RostersPort;
  live: LiveLessons & LiveRosters;
  health: HealthPort;
  diagnostics: () => Promise<Diagnostics>;
  /** Home, students across lessons, releasing and erasing. */
  past: Past;
  backups: Backups;
  network: () => Network;
  /** Where the built pages stand. */
  pagesDir: string;
  version: string;
  now: () => number;
  newId: () => string;
  log: Log;
}): Express {
  const { auth, log } = parts;
  const limits = createLimits();
  const { app, api } = guardedApp(parts);
  api.use(compressJson(), createKeyDoor(parts));
  // Before the general limit: a school behind one address may come through the door at once.
  api.use('/door', doorRoutes({ live: parts.live, limit: limits.unknownCodes }));
  api.use(limits.general);
  api.use('/session', sessionRoutes({ ...parts, limit: limits.signIn }));
  api.use('/setup', setupRoutes(parts));
  api.use('/teacher', auth.requireTeacher, teacherRoutes(parts));
  api.use('/teachers', auth.requireTeacher, staffRoutes(parts));
  api.use('/school', auth.requireTeacher, schoolRoutes(parts));
  api.use('/classes', auth.requireTeacher, coTeacherRoutes('class', parts));
  api.use('/lessons', auth.requireTeacher, coTeacherRoutes('lesson', parts));
  api.use('/devices', auth.requireTeacher, deviceRoutes(parts));
  api.use('/diagnostics', auth.requireTeacher, diagnosticsRoutes(parts));
  api.use('/quizzes', auth.requireTeacher, quizRoutes(parts));
  api.use(
    '/lessons',
    auth.requireTeacher,
    lessonRoutes(parts),
    resultRoutes(parts),
    cardRoutes(parts),
    attendanceRoutes({ ...parts, now: Date.now }),
    simulationRoutes(parts),
    releaseRoutes(parts),
  );
  api.use(
    '/classes',
    auth.requireTeacher,
    classRoutes(parts),
    classStudentRoutes(parts),
    classImportRoutes(parts),
  );
  api.use('/schedule', auth.requireTeacher, scheduleRoutes(parts));
  api.use('/students', auth.requireTeacher, studentRoutes(parts), studentHistoryRoutes(parts));
  api.use('/dashboard', auth.requireTeacher, dashboardRoutes(parts));
  api.use('/privacy', auth.requireTeacher, privacyRoutes(parts));
  api.use('/media', auth.requireTeacher, mediaRoutes(parts));
  api.use('/keys', auth.requireTeacher, keyRoutes(parts));
  api.use('/network', auth.requireTeacher, networkRoutes(parts));

  // Before the welcome too: whoever began anew follows that to its end, or restores on a new laptop.
  api.use('/backups', auth.requireSession, backupRoutes(parts));
  api.use('/rescue', auth.requireSession, rescueRoutes({ backups: parts.backups, problem: null }));

  app.use(apiPath, api);
  app.use('/api', limits.general, documentRoutes(parts), unknownRoute);
  app.use('/health', limits.general, healthRoutes(parts));
  app.use(mediaPath, createMediaFiles(parts.media));
  app.use(createPages({ pagesDir: parts.pagesDir }));
  app.use(unknownRoute);
  app.use(errorForm(log));
  return app;
}
