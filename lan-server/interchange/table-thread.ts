// The thread that tables.ts starts for a file: what it unpacks and parses holds up no lesson.
import { parentPort, workerData } from 'node:worker_threads';
import type { ReadTableQuery } from '../contract/student-import.ts';
import { readTable } from './read-table.ts';

export type TableTask = { bytes: Uint8Array; how: ReadTableQuery };

const { bytes, how } = workerData as TableTask;
parentPort?.postMessage(await readTable(Buffer.from(bytes), how));
