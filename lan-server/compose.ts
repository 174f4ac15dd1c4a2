import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createChecker, currentVersion } from '../db/index.ts';
import type { Damage, Unusable } from '../db/index.ts';
import { createBackups, makeDaily } from './backups/backups.ts';
import { createChosenFolder } from './backups/chosen-folder.ts';
import { createDaily } from './backups/daily.ts';
import { createClosing } from './closing.ts';
import { createHouse } from './compose/house.ts';
import type { Outside } from './compose/inside.ts';
import { openData } from './compose/open-data.ts';
import type { ScheduleClock } from './compose/schedule.ts';
import { createDoorway } from './doorway.ts';
import { createGuards } from './gateway/guards.ts';
import { createFloods, limitConnections } from './gateway/floods.ts';
import { createGuesses } from './gateway/guesses.ts';
import { createLiveGateway } from './gateway/sockets.ts';
import { listen } from './listen.ts';
import { createClock } from './live/clock.ts';
import { realTimers } from './live/coalesce.ts';
import type { Log } from './log.ts';
import { createLog, logLevelOf } from './logs.ts';
import { watchAddresses } from './network/addresses.ts';
import type { LanAddress } from './network/addresses.ts';
import { createPublisher } from './network/mdns.ts';
import type { Publisher } from './network/mdns.ts';
import { createNeighbours } from './network/neighbours.ts';
import { createOneTimeKeys } from './people/one-time-keys.ts';

export type StartOptions = {
  /** Database, media, backups and logs; made where it is missing. */
  dataDir: string;
  /** The wanted port; 0 = any. The next free one is taken where it is not. */
  port: number;
  /** Listen on this address only; otherwise on all. */
  host?: string;
  mdns: boolean;
  /** The built pages. */
  pagesDir: string;
  version?: string;
  /** How long after the start it is first looked whether a daily backup is due, ms; otherwise 20 s. */
  dailyBackupLookMs?: number;
  /** What time it is for plans, and how often that is looked at; otherwise the laptop's clock. */
  schedule?: ScheduleClock;
};

export type Chalkbox = {
  port: number;
  wantedPort: number;
  /** Where the teacher's own window goes: this machine, never the network. */
  url: string;
  /** Where students go, best first; empty without a network. */
  joinUrls: string[];
  /** Exchanged for the teacher's cookie; new at each start. */
  launchKey: string;
  /** The same for one sign-in within two minutes: for an address that others may come to see. */
  oneTimeKey(): string;
  /** Lessons that were running when the program ended, and go on. */
  recovered: number;
  /** What is wrong with the data; then nobody can join before the teacher has decided what to do. */
  damage: Damage | null;
  /** Calls back when a lesson starts while none ran, and when the last one ends. */
  onLive(listener: (live: boolean) => void): void;
  log: Log;
  /** Ends it within three seconds, whatever the network does; a second call gives the first one's end. */
  stop(): Promise<void>;
};

/** A whole request of any phone is here in a fraction of this; who sends slower only holds a connection. In ms. */
const slowness = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 2000,
};

/**
 * Wires everything and starts serving. Gives a refusal where the data folder cannot be used, and serves
 * rescue alone where the data is damaged; throws `PortsTaken` where no port is
 * free, and the system's error where `host` is not this machine's.
 */
export async function start(options: StartOptions): Promise<Chalkbox | Unusable> {
  const { dataDir, host, pagesDir, version = ownVersion() } = options;
  const opened = await openData({
    dataDir,
    programVersion: version,
    instanceId: () => instanceIdOf(dataDir),
  });
  if ('refused' in opened && !('readable' in opened)) return opened;
  const opening = await createLog(dataDir, logLevelOf(process.env.CHALKBOX_LOG_LEVEL)).catch(
    () => null,
  );
  if (opening === null) {
    if (!('refused' in opened)) opened.close();
    return {
      refused: 'data_folder_unusable',
      file: join(dataDir, 'logs'),
      detail: 'The log cannot be written.',
    };
  }
  const log = opening;
  const clock = createClock();
  const launchKey = newId(32);
  const oneTimeKeys = createOneTimeKeys({ now: clock.now });

  let port = 0;
  let heldHost: string | null = null;
  const watch = watchAddresses({ onChange: () => house.inside()?.lessons?.refreshDoors() });
  const doorway = createDoorway({
    port: () => port,
    addresses: () => only(watch.current(), host),
    heldName: () => heldHost,
  });

  const guards = createGuards({
    allowedHosts: () => [
      ...watch.current().map(({ address }) => address),
      ...(heldHost === null ? [] : [heldHost]),
      ...(host === undefined ? [] : [host]),
    ],
  });
  const house = createHouse({ dataDir, dropSockets: () => gateway.dropAll() });
  const floods = createFloods();
  // Socket.IO takes over the request listeners that it finds: ours must be there before it.
  const server = createServer(slowness, (request, response) => {
    if (floods.mayAsk(request.socket.remoteAddress)) house.answer(request, response);
    else response.writeHead(429).end();
  });
  limitConnections(server);
  const endConnections = createClosing(server);
  const gateway = createLiveGateway({
    server,
    isOwnRequest: guards.isOwnRequest,
    teacherOf: async (cookie) => house.inside()?.teacherFromCookie(cookie) ?? null,
    relationTo: (teacherId, subject, id) =>
      house.inside()?.relationTo(teacherId, subject, id) ?? 'none',
    stillSignedIn: async (session) => house.inside()?.stillSignedIn(session) ?? false,
    boards: () => house.inside()?.boards ?? null,
    guesses: createGuesses({ now: clock.now }),
    floods,
    log,
  });
  const own = () => `http://${ownHost(host)}:${port}`;
  const instanceId = instanceIdOf(dataDir);
  const neighbours = options.mdns ? createNeighbours({ instanceId, log }) : null;
  const backupsDir = join(dataDir, 'backups');
  const backups = createBackups({
    dataDir,
    backupsDir,
    folder: await createChosenFolder({ dataDir, backupsDir }),
    checker: createChecker(),
    program: house.program,
    programVersion: version,
    schemaVersion: currentVersion,
    instanceId,
    nextDailyAt: () => daily.nextAt(),
    now: Date.now,
    log,
  });
  const daily = createDaily({
    newestAt: backups.newestDailyAt,
    make: () => makeDaily(backups, house.hasData),
    classIsHere: () =>
      (house.inside()?.lessons?.running() ?? []).some(({ presence }) => presence.here > 0),
    now: Date.now,
    timers: realTimers,
    firstLookMs: options.dailyBackupLookMs,
  });
  const outside: Outside = {
    backups,
    onMovedIn: () => house.inside()?.lessons?.refreshDoors(),
    guards,
    gateway,
    doorway,
    network: () => {
      const { code: _code, ...door } = doorway.door('');
      return {
        addresses: doorway.addresses(),
        port,
        name: doorway.name(),
        neighbours: (neighbours?.list() ?? []).map(({ id, title, addresses, host, port }) => ({
          id,
          title,
          url: `http://${addresses[0] ?? host}:${port}/`,
        })),
        door,
      };
    },
    own: {
      version,
      dataDir,
      settings: () => ({
        port,
        wantedPort: options.port,
        mdns: options.mdns,
        oneAddressOnly: host !== undefined,
      }),
      network: () => ({
        addresses: watch.current().map(({ kind, family }) => ({ kind, family })),
        nameHeld: heldHost !== null,
        neighbours: neighbours?.list().length ?? 0,
      }),
      log,
    },
    ownUrl: own,
    schedule: options.schedule ?? {},
    launchKey,
    oneTimeKeys,
    pagesDir,
    version,
    clock,
    newId,
    log,
  };
  // Before the door opens: nobody may come back to a lesson that is not there yet.
  await house.open(opened, outside);
  gateway.open(() => {
    const { lessons = null, signIns = null, ownResults = null } = house.inside() ?? {};
    return lessons && signIns && ownResults ? { lessons, signIns, ownResults } : null;
  });
  const damage = house.damage();
  if (damage) log.error({ ...damage }, 'The data is damaged; the program waits for a decision.');
  const teacherName = house.inside()?.teacherName() ?? '';
  const recovered = house.inside()?.recovered ?? 0;

  let publisher: Publisher | null = null;
  let closed: Promise<void> | null = null;
  const listening = await listen(server, options.port, host).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  port = listening.port;
  // No more connections can be taken just now: those that are there go on.
  server.on('error', (error) => log.error({ error }, 'The server could not take a connection.'));
  publisher = options.mdns
    ? createPublisher({
        port,
        instanceTitle: teacherName === '' ? hostname() : teacherName,
        instanceId,
        version,
        log,
        onNames(held) {
          heldHost = held?.host ?? null;
          house.inside()?.lessons?.refreshDoors();
        },
      })
    : null;
  house.inside()?.lessons?.refreshDoors();
  log.info({ port, version, recovered }, 'Chalkbox serves.');

  function close(): Promise<void> {
    closed ??= closeAll();
    return closed;
  }

  async function closeAll() {
    watch.stop();
    daily.stop();
    house.inside()?.stop();
    await endConnections(
      Promise.all([gateway.close(), neighbours?.stop(), publisher?.stop(), backups.stop()]),
    );
    house.close();
  }

  return {
    port,
    wantedPort: listening.wanted,
    url: own(),
    joinUrls: doorway.joinUrls(),
    launchKey,
    oneTimeKey: oneTimeKeys.make,
    recovered,
    damage,
    onLive: house.onLive,
    log,
    stop: close,
  };
}

function newId(length = 16): string {
  return randomBytes(Math.ceil((length * 3) / 4))
    .toString('base64url')
    .slice(0, length);
}

/** The addresses that really lead here: all, or the one that was asked for. */
function only(addresses: LanAddress[], host: string | undefined): LanAddress[] {
  if (host === undefined || host === '0.0.0.0' || host === '::') return addresses;
  return addresses.filter(({ address }) => address === host);
}

/** Where this machine reaches itself. */
function ownHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function ownVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Tells this laptop from its neighbours, also after a restart. */
function instanceIdOf(dataDir: string): string {
  const file = join(dataDir, 'instance-id');
  try {
    const known = readFileSync(file, 'utf8').trim();
    if (/^[A-Za-z0-9]{8,40}$/.test(known)) return known;
  } catch {
    // First start.
  }
  const made = randomBytes(8).toString('hex');
  writeFileSync(file, made);
  return made;
}
