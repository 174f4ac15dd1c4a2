// The thread that checker.ts starts for one check: says what it has found, or fails.
import { parentPort, workerData } from 'node:worker_threads';
import type { BackupFile } from '../lan-server/ports.ts';
import { sealBackup, verifyBackup } from './check.ts';

/** `files` null: a backup just copied. */
export type CheckTask = { folder: string; files: readonly BackupFile[] | null };

const { folder, files } = workerData as CheckTask;
parentPort?.postMessage(files === null ? sealBackup(folder) : verifyBackup(folder, files));
