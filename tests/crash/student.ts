import type { Ack } from '../../lan-server/contract/commands.ts';
import type { StudentFrame, StudentView } from '../../lan-server/contract/frames.ts';
import { kindOf } from '../../lan-server/questions/index.ts';
import type { Answer } from '../../lan-server/questions/index.ts';
import type { Seeded } from '../support/seed.ts';
import { connect, newDevice } from '../support/teacher.ts';
import type { TestSocket } from '../support/teacher.ts';
import type { Ledger, Ticked } from './ledger.ts';

/** `tappedAt`: when it was first sent, ms since 1970; null before. */
type Pending = Omit<Ticked, 'at' | 'seatId'> & { tappedAt: number | null };

export type Student = {
  /** Connects, takes a seat or comes back to it, and answers from then on until the connection is gone. */
  come(url: string): void;
  /** Answers no more; what is under way is still sent. */
  finish(): void;
  /** Whether this connection was welcomed; whether an answer is still without a tick. */
  isHere(): boolean;
  isWaiting(): boolean;
  /** How often this student was welcomed. */
  comings(): number;
  leave(): void;
};

/** Refusals that pass: a phone keeps the answer and sends it again. */
const passing = new Set(['not_saved', 'too_many', 'internal']);

/**
 * A phone as renderer/live/outbox.ts makes it: one answer under way, sent under the same id until the laptop has said what
 * became of it. It writes into the ledger whatever it is told. After it has come back it also sends its last ticked
 * answer again, as a phone does whose tick was lost on the way.
 */
export function createStudent(deps: {
  name: string;
  code: string;
  ledger: Ledger;
  random: Seeded;
  newId: () => string;
  /** Thinking time between two answers, in ms. */
  pace: { least: number; most: number };
}): Student {
  const { ledger, random, name } = deps;
  const device = newDevice();
  let socket: TestSocket | null = null;
  let view: StudentView | null = null;
  let seatId: string | null = null;
  let pending: Pending | null = null;
  let ticked: Ticked | null = null;
  let finishing = false;
  let here = false;
  let comings = 0;
  let joinId = deps.newId();

  function command(of: TestSocket, id: string, what: object): Promise<Ack | null> {
    return new Promise((resolve) => {
      of.timeout(8000).emit('command', { id, command: what }, (error: Error | null, ack?: Ack) =>
        resolve(error || !ack ? null : ack),
      );
    });
  }

  const answerOf = ({ questionId, round, answer }: Omit<Pending, 'tappedAt'>) => ({
    type: 'answer',
    questionId,
    round,
    answer,
  });

  async function join(own: TestSocket): Promise<void> {
    const ack = await command(own, joinId, { type: 'join', name });
    if (ack === null) return;
    if (!ack.ok || !ack.joined) {
      ledger.wrong.push(`${name} did not get a seat: ${JSON.stringify(ack)}`);
      return;
    }
    joinId = deps.newId();
    sit(ack.joined.seat.seatId, ack.joined.seat.name);
  }

  function sit(at: string, as: string | null) {
    if (seatId !== null && at !== seatId)
      ledger.wrong.push(`${name} sat on ${seatId}, now on ${at}`);
    if (as !== name) ledger.wrong.push(`${name} is called ${as}`);
    seatId = at;
    ledger.seats.set(device, at);
  }

  /** The tick was lost on its way, for all that the phone knows. */
  async function sendAgain(own: TestSocket, before: Ticked): Promise<void> {
    const ack = await command(own, before.commandId, answerOf(before));
    if (ack === null || (!ack.ok && passing.has(ack.error.code))) return;
    if (!ack.ok || ack.at !== before.at)
      ledger.wrong.push(`${name} sent ${before.commandId} again: ${JSON.stringify(ack)}`);
  }

  async function sendOnce(own: TestSocket, given: Pending): Promise<void> {
    const { tappedAt, ...of } = given;
    // Only what is sent again says when it was tapped, as a phone does.
    const late = tappedAt === null ? {} : { tappedAt };
    given.tappedAt ??= Date.now();
    const ack = await command(own, given.commandId, { ...answerOf(given), ...late });
    if (ack === null || (!ack.ok && passing.has(ack.error.code))) return;
    pending = null;
    if (!ack.ok) {
      ledger.refused.add(given.commandId);
      if (!['question_not_open', 'answer_final', 'seat_removed'].includes(ack.error.code))
        ledger.wrong.push(`${name} was refused: ${ack.error.code}`);
      return;
    }
    ticked = { ...of, seatId: seatId ?? '', at: ack.at };
    ledger.answers.push(ticked);
  }

  function think(): Pending | null {
    if (finishing || view?.stage.at !== 'open') return null;
    const { question, round } = view.stage;
    const answer: Answer = kindOf(question).imagine(question, random.next);
    return { commandId: deps.newId(), questionId: question.id, round, answer, tappedAt: null };
  }

  async function live(own: TestSocket): Promise<void> {
    if (seatId === null) await join(own);
    if (ticked) await sendAgain(own, ticked);
    while (own.connected) {
      if (seatId === null) await join(own);
      else {
        pending ??= think();
        if (pending) await sendOnce(own, pending);
      }
      await new Promise((resolve) =>
        setTimeout(resolve, random.between(deps.pace.least, deps.pace.most)),
      );
    }
  }

  return {
    come(url) {
      const own = connect(url, { as: 'student', code: deps.code, device });
      socket = own;
      here = false;
      own.on('frame', (frame) => {
        if (socket === own) ({ view } = frame as StudentFrame);
      });
      own.on('connect_error', (error: Error & { data?: { code: string } }) => {
        if (!error.data) return;
        if (passing.has(error.data.code)) setTimeout(() => own.connect(), 300);
        else ledger.wrong.push(`${name} was not let in: ${error.data.code}`);
      });
      own.on('welcome', (welcome) => {
        here = true;
        comings += 1;
        ({ view } = welcome);
        if (welcome.seat) sit(welcome.seat.seatId, welcome.seat.name);
        else if (seatId !== null) ledger.wrong.push(`${name} lost the seat ${seatId}`);
        void live(own);
      });
    },
    finish: () => void (finishing = true),
    isHere: () => here && seatId !== null,
    isWaiting: () => pending !== null,
    comings: () => comings,
    leave: () => void socket?.disconnect(),
  };
}
