import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Ack } from '../contract/commands.ts';
import type { StudentFrame, StudentView, Welcome } from '../contract/frames.ts';
import { socketPath } from '../contract/paths.ts';
import type { ClientEvents, ServerEvents } from '../contract/sockets.ts';
import { kindOf } from '../questions/index.ts';
import type { Random } from '../questions/kind.ts';
import { simulateWork } from './simulated-work.ts';

/** How long a believable student thinks, in ms: a few are quick, most take a while, nobody forever. */
const thinking = { least: 900, spread: 6000 };

export type StudentEvents = {
  joined(): void;
  answered(): void;
  refused(code: string): void;
  /** The lesson is over; the student has gone home. */
  left(): void;
};

export type SimulatedStudent = { stop(): void };

/**
 * One student who is not there: a real socket with a device token of its own, that joins, reads each question as a phone
 * gets it, thinks, and answers; sometimes changes the answer. Knows no key, as no student does.
 */
export function startStudent(deps: {
  url: string;
  code: string;
  name: string;
  device: string;
  random: Random;
  /** Scales thinking time; 0 answers at once. */
  pace: number;
  newId: () => string;
  on: StudentEvents;
}): SimulatedStudent {
  const { random } = deps;
  const socket: Socket<ServerEvents, ClientEvents> = io(deps.url, {
    path: socketPath,
    auth: { as: 'student', code: deps.code, device: deps.device },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelayMax: 4000,
  });
  let seated = false;
  let answering = '';
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  function send(command: object, then: (ack: Ack) => void) {
    const envelope = { id: deps.newId(), command };
    const attempt = () => {
      socket.timeout(6000).emit('command', envelope, (error: Error | null, ack?: Ack) => {
        if (stopped) return;
        // Without a reply nobody knows: the same id goes again.
        if (error || !ack) timer = setTimeout(attempt, 500 + random() * 1000);
        else then(ack);
      });
    };
    attempt();
  }

  const work = simulateWork({ random, pace: deps.pace, send, ...deps.on });

  function stop() {
    stopped = true;
    work.stop();
    clearTimeout(timer);
    socket.disconnect();
  }

  function see(view: StudentView) {
    const { stage } = view;
    if (view.status === 'ended' && !stopped) {
      stop();
      deps.on.left();
    }
    if (stopped) return;
    work.see(seated && view.status === 'live' && stage.at === 'work' && stage.standing === 'open');
    if (!seated || view.status !== 'live') return;
    if (stage.at !== 'open') {
      // The question is gone; so is the thought.
      clearTimeout(timer);
      answering = '';
      return;
    }
    const question = nameOf(stage);
    if (question === answering) return;
    answering = question;
    clearTimeout(timer);
    const left = stage.timer?.leftMs ?? Number.POSITIVE_INFINITY;
    const wait = Math.min(
      (thinking.least + random() ** 1.5 * thinking.spread) * deps.pace,
      Math.max(0, left - 500),
    );
    timer = setTimeout(() => answer(stage, view.changes), wait);
  }

  function answer(stage: Extract<StudentView['stage'], { at: 'open' }>, mayChange: boolean) {
    const picked = kindOf(stage.question).imagine(stage.question, random);
    const command = {
      type: 'answer',
      questionId: stage.question.id,
      round: stage.round,
      answer: picked,
    };
    send(command, (ack) => {
      // A change of mind that was on its way when the question closed; the phone has seen that it did.
      const late = answering !== nameOf(stage);
      if (!ack.ok) {
        if (!late || ack.error.code !== 'question_not_open') deps.on.refused(ack.error.code);
        return;
      }
      deps.on.answered();
      if (late) return;
      if (mayChange && random() < 0.08)
        timer = setTimeout(() => answer(stage, false), 1500 * deps.pace);
    });
  }

  socket.on('welcome', ({ view, seat, paper }: Welcome) => {
    seated = seat !== null;
    if (paper) work.take(paper);
    see(view);
    if (seated || stopped) return;
    send({ type: 'join', name: deps.name }, (ack) => {
      if (!ack.ok) {
        deps.on.refused(ack.error.code);
        return;
      }
      seated = true;
      deps.on.joined();
      if (ack.joined?.paper) work.take(ack.joined.paper);
      const teams = ack.joined?.seat.game?.choose.length ?? 0;
      if (teams > 0)
        send({ type: 'chooseTeam', team: Math.floor(random() * teams) }, () => undefined);
      if (ack.joined) see(ack.joined.frame.view);
    });
  });
  socket.on('paper', ({ paper }) => work.take(paper));
  socket.on('frame', (frame) => see((frame as StudentFrame).view));
  socket.on('connect_error', (error: Error & { data?: { code: string } }) => {
    if (error.data) deps.on.refused(error.data.code);
  });

  return { stop };
}

/** Tells a question's rounds apart. */
function nameOf({ question, round }: Extract<StudentView['stage'], { at: 'open' }>): string {
  return `${question.id}/${round}`;
}
