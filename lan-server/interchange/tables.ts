import { Worker } from 'node:worker_threads';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { ReadTableQuery, Table, TableFlaw } from '../contract/student-import.ts';
import { readTable } from './read-table.ts';
import { looksZipped } from './spreadsheet.ts';
import type { TableTask } from './table-thread.ts';

/** What a few dozen names take is read at once; a thread costs more than it saves there. */
const smallBytes = 64_000;
/** A file that takes longer, or more memory, was made to. */
const patienceMs = 20_000;
const memoryMb = 400;

/** Reads files as tables: `table_unreadable` says in `details.why` what is wrong with one. */
export type Tables = {
  read(bytes: Buffer, how: ReadTableQuery): Promise<Table | Rejection>;
};

/** Large files and workbooks are read in a thread of their own, one at a time. */
export function createTables(): Tables {
  let before: Promise<unknown> = Promise.resolve();

  const inThread = (task: TableTask): Promise<Table | { flaw: TableFlaw }> =>
    new Promise((resolve) => {
      const thread = new Worker(threadFile(), {
        workerData: task,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      });
      const end = (result: Table | { flaw: TableFlaw }): void => {
        clearTimeout(timer);
        thread.removeAllListeners();
        // An error on its way out is of no interest any more.
        thread.on('error', () => {});
        void thread.terminate().then(
          () => resolve(result),
          () => resolve(result),
        );
      };
      const timer = setTimeout(() => end({ flaw: 'unpacksTooLarge' }), patienceMs);
      thread.once('message', end);
      thread.once('error', (error) =>
        end({
          flaw:
            (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? 'unpacksTooLarge'
              : 'damaged',
        }),
      );
      thread.once('exit', () => end({ flaw: 'damaged' }));
    });

  const afterOthers = (task: TableTask) => {
    const reading = before.then(() => inThread(task));
    before = reading;
    return reading;
  };

  return {
    async read(bytes, how) {
      const small = bytes.length < smallBytes && !looksZipped(bytes);
      const result = await (small ? readTable(bytes, how) : afterOthers({ bytes, how }));
      return 'flaw' in result ? reject('table_unreadable', { why: result.flaw }) : result;
    },
  };
}

/** Beside this file as TypeScript, beside the bundle as JavaScript. */
function threadFile(): URL {
  const here = import.meta.url;
  return new URL(`./table-thread${here.slice(here.lastIndexOf('.'))}`, here);
}
