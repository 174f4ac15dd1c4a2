import { statfs } from 'node:fs/promises';
import { arch, cpus, freemem, homedir, platform, release, totalmem, userInfo } from 'node:os';
import type { Diagnostics } from './contract/diagnostics.ts';
import type { LogFile } from './logs.ts';
import type { FactsPort, HealthPort, PeoplePort } from './ports.ts';

/** What the program knows of itself beside its data. */
export type OwnFacts = {
  version: string;
  dataDir: string;
  settings: () => Pick<Diagnostics['settings'], 'port' | 'wantedPort' | 'mdns' | 'oneAddressOnly'>;
  network: () => Diagnostics['network'];
  log: Pick<LogFile, 'recent' | 'level'>;
};

/** Nothing that says who somebody is may leave in the file: what is gathered are kinds, sizes and numbers. */
export function createDiagnostics({
  own,
  facts,
  health,
  people,
  live,
}: {
  own: OwnFacts;
  facts: FactsPort;
  health: HealthPort;
  people: Pick<PeoplePort, 'teacher'>;
  live: { liveCount(): number; connectedSeats(): number };
}): () => Promise<Diagnostics> {
  return async () => {
    const teacher = await people.teacher();
    const { version, sqlite, bytes, walBytes, quizzes, lessons, seats, devices, events } =
      facts.read();
    return {
      madeAt: Date.now(),
      program: {
        version: own.version,
        node: process.versions.node,
        sqlite,
        uptimeSeconds: Math.round(process.uptime()),
        memoryBytes: process.memoryUsage.rss(),
      },
      machine: {
        platform: platform(),
        release: release(),
        arch: arch(),
        cpus: cpus().length,
        memoryBytes: totalmem(),
        freeMemoryBytes: freemem(),
      },
      settings: {
        ...own.settings(),
        logLevel: own.log.level,
        language: teacher?.language ?? null,
        hasPassword: (teacher?.passwordHash ?? null) !== null,
      },
      network: own.network(),
      database: {
        version,
        bytes,
        walBytes,
        freeDiskBytes: await freeDisk(own.dataDir),
        canCommit: health.check(),
        // It reads the whole file and would hold up the answers of a running lesson.
        integrity: live.liveCount() > 0 ? 'not checked while a lesson runs' : facts.integrity(),
      },
      counts: {
        quizzes,
        lessons,
        seats,
        events,
        devices,
        liveLessons: live.liveCount(),
        connectedSeats: live.connectedSeats(),
      },
      log: own.log.recent().map((line) => withoutPlaces(line, own.dataDir)),
    };
  };
}

async function freeDisk(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** A path outside, as the system quotes it in an error: a stick or a share may be called after a person. Up to the last quote. */
const quotedPath = /'(?:\/|[A-Za-z]:\\\\|\\\\\\\\)[^"]*'/g;

/** A line of the log without folders that carry a person's name, and without addresses. */
function withoutPlaces(line: string, dataDir: string): string {
  const folders = [dataDir, homedir()].filter((folder) => folder.length > 1);
  let kept = line;
  for (const folder of folders) {
    // As it is and as JSON writes a backslash.
    kept = kept.replaceAll(JSON.stringify(folder).slice(1, -1), '~').replaceAll(folder, '~');
  }
  kept = kept.replaceAll(quotedPath, '…');
  const user = userName();
  if (user.length > 3) kept = kept.replaceAll(user, '…');
  return kept.replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '…');
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
