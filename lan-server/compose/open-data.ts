import { join } from 'node:path';
import {
  createChecker,
  currentVersion,
  inspectDatabase,
  isInUse,
  openOlder,
  openStore,
  unusable,
} from '../../db/index.ts';
import type { Store, StoreRefusal } from '../../db/index.ts';
import { resumeExchange, settleExchange, undoExchange } from '../backups/exchange.ts';
import { removePartials } from '../backups/folders.ts';
import { makeBackup } from '../backups/make.ts';

/**
 * Opens what stands in a data folder: goes on with a restore that was broken off, looks whether the data is whole, makes a
 * backup before an older file is changed, and opens it. A refusal has changed nothing.
 */
export async function openData(about: {
  dataDir: string;
  programVersion: string;
  instanceId: () => string;
}): Promise<Store | StoreRefusal> {
  const { dataDir } = about;
  const file = join(dataDir, 'chalkbox.db');
  const inUse = isInUse(dataDir);
  if (inUse) return inUse;
  try {
    const resumed = resumeExchange(dataDir);
    await removePartials(join(dataDir, 'backups'));
    let found = inspectDatabase(dataDir);
    // The restored data was whole when it was put there; what happened to it since, the old data is still beside it.
    if (resumed && 'readable' in found) {
      undoExchange(dataDir);
      found = inspectDatabase(dataDir);
    }
    if (!('found' in found)) return found;
    if (found.found === 'database' && isOlder(found.version)) {
      const refusal = await backUpBeforeMigration(about);
      if (refusal) return refusal;
    }
    const store = openStore({ dataDir, found });
    if (!('refused' in store)) settleExchange(dataDir);
    return store;
  } catch (error) {
    return unusable(error, file);
  }
}

function isOlder(version = currentVersion): boolean {
  return version > 0 && version < currentVersion;
}

/** Without a backup nothing is migrated: a disk too full for one is said in a sentence. */
async function backUpBeforeMigration({
  dataDir,
  programVersion,
  instanceId,
}: Parameters<typeof openData>[0]): Promise<StoreRefusal | null> {
  const older = openOlder(dataDir);
  if ('refused' in older) return older;
  try {
    await makeBackup(
      {
        dataDir,
        backupsDir: join(dataDir, 'backups'),
        copy: older.copy,
        checker: createChecker(),
        programVersion,
        instanceId: instanceId(),
        now: Date.now,
      },
      'migration',
      { onFraction() {}, onChecking() {}, cancelled: () => false },
    );
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { refused: 'data_folder_unusable', file: join(dataDir, 'backups'), detail };
  } finally {
    older.close();
  }
}
