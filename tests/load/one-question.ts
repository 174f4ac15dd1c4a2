import type { Socket } from 'socket.io-client';
import type { Rig, Student } from './rigs.ts';

/** What one question with a whole class tells. Times in ms. */
export type OneQuestion = {
  /** From each tap to its tick. */
  acks: number[];
  /** From the teacher's click to each phone. */
  fanOut: number[];
  /** From the last tap to the full count on the wall. */
  countOnWallMs: number;
  /** Of the server, for question out, all answers and the counts. */
  cpuMs: number;
  bytesPerStudent: number;
};

/** How long a class takes to answer, and how long the teacher speaks before the next question. */
export type Pace = { answeringMs: number; pauseMs: number };
const usualPace: Pace = { answeringMs: 1000, pauseMs: 1000 };

/** Question out, everybody answers at a random moment within `answeringMs`, until the wall shows the full count. */
export async function oneQuestion(
  rig: Rig,
  students: readonly Student[],
  { answeringMs, pauseMs }: Pace = usualPace,
): Promise<OneQuestion> {
  const bytesBefore = bytesOf(students);
  const cpuBefore = await rig.server.cpuMs();

  const askedAt = performance.now();
  const out = students.map(
    ({ socket }) =>
      new Promise<number>((resolve) =>
        socket.once('frame', () => resolve(performance.now() - askedAt)),
      ),
  );
  const asked = rig.ask();
  const fanOut = await Promise.all(out);
  await asked;

  const shown = rig.wallShows(students.length).then(() => performance.now());
  let lastAnswerAt = 0;
  const acks = await Promise.all(
    students.map(async (student) => {
      await new Promise((wait) => setTimeout(wait, Math.random() * answeringMs));
      const sentAt = performance.now();
      lastAnswerAt = sentAt;
      await student.answer();
      return performance.now() - sentAt;
    }),
  );
  const countOnWallMs = (await shown) - lastAnswerAt;
  const cpuMs = (await rig.server.cpuMs()) - cpuBefore;
  const bytesPerStudent = (bytesOf(students) - bytesBefore) / students.length;
  await rig.close();
  await new Promise((wait) => setTimeout(wait, pauseMs));
  return { acks, fanOut, countOnWallMs, cpuMs, bytesPerStudent };
}

/** What went over the students' sockets so far, both directions, with the framing of the websocket. */
export function bytesOf(students: readonly Student[]): number {
  return students.reduce((sum, { socket }) => sum + bytesOn(socket), 0);
}

/** The `ws` package, which the client uses in Node, has the raw socket under this name. */
const rawSocket = '_socket';

function bytesOn(socket: Socket): number {
  const { transport } = socket.io.engine as unknown as {
    transport: { ws: { [rawSocket]: { bytesRead: number; bytesWritten: number } } };
  };
  const { bytesRead, bytesWritten } = transport.ws[rawSocket];
  return bytesRead + bytesWritten;
}
