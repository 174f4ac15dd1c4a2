import { sql as start } from './0001-start.ts';
import { sql as devices } from './0002-devices.ts';
import { sql as late } from './0003-late.ts';
import { sql as readTo } from './0004-read-to.ts';
import { sql as sure } from './0005-sure.ts';
import { sql as school } from './0006-school.ts';
import { sql as schedule } from './0007-schedule.ts';
import { sql as history } from './0008-history.ts';
import { sql as keys } from './0009-keys.ts';
import { sql as signInCodes } from './0010-sign-in-codes.ts';
import { sql as attendance } from './0011-attendance.ts';

/** All migrations; number n brings a file from version n-1 to n. Append only: what is released never changes. */
export const migrations: readonly string[] = [
  start,
  devices,
  late,
  readTo,
  sure,
  school,
  schedule,
  history,
  keys,
  signInCodes,
  attendance,
];
