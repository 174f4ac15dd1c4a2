import type { Ack, TeacherCommand } from '../../lan-server/contract/commands.ts';
import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import { kindOf, takesAnswers } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import type { Seeded } from '../support/seed.ts';
import { next } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import type { Ledger } from './ledger.ts';

export type Driver = {
  /** Opens the console and gives its first frame. */
  come(teacher: Teacher): Promise<TeacherFrame>;
  /** Drives the lesson until the connection is gone. */
  drive(): void;
  leave(): void;
};

/** A teacher who hurries: opens, closes, reveals, asks again, pauses, moves, sets keys and removes students. */
export function createDriver(deps: {
  lessonId: string;
  questions: Question[];
  ledger: Ledger;
  random: Seeded;
  newId: () => string;
}): Driver {
  const { ledger, random, questions } = deps;
  let socket: TestSocket | null = null;
  let frame: TeacherFrame | null = null;
  let roster: string[] = [];
  let removed: string | null = null;

  function command(own: TestSocket, what: TeacherCommand): Promise<void> {
    return new Promise((resolve) => {
      own
        .timeout(8000)
        .emit('command', { id: deps.newId(), command: what }, (error: Error | null, ack?: Ack) => {
          if (!error && ack?.ok) ledger.teacher.push({ command: what, at: ack.at });
          resolve();
        });
    });
  }

  function wish({ view }: TeacherFrame): TeacherCommand {
    const { current, status } = view;
    const picked = random.pick(questions);
    const questionId = picked.id;
    if (status === 'paused') return { type: 'resumeLesson' };
    // A slide is shown by going there; nothing of it is open.
    if (current?.phase !== 'open')
      return { type: takesAnswers(picked) ? 'openQuestion' : 'goTo', questionId };
    const own = current.questionId;
    const question = questions.find(({ id }) => id === own);
    if (removed !== null && random.chance(50)) {
      const seatId = removed;
      removed = null;
      return { type: 'restoreSeat', seatId };
    }
    if (random.chance(8) && roster.length > 0) {
      removed = random.pick(roster);
      return { type: 'removeSeat', seatId: removed };
    }
    if (random.chance(8) && question) {
      return { type: 'setKey', questionId: own, key: kindOf(question).key(question) };
    }
    if (random.chance(10)) return { type: 'pauseLesson' };
    if (random.chance(12)) return { type: 'extendTimer', seconds: random.between(5, 20) };
    if (random.chance(20)) return { type: 'closeQuestion', questionId: own };
    if (random.chance(20)) return { type: 'goTo', questionId };
    return { type: 'revealKey', questionId: own };
  }

  async function drive(own: TestSocket): Promise<void> {
    while (own.connected) {
      // Mostly the class answers; what is closed is opened again soon.
      const open = frame?.view.current?.phase === 'open' && frame.view.status === 'live';
      await new Promise((resolve) =>
        setTimeout(resolve, open ? random.between(40, 500) : random.between(5, 40)),
      );
      if (frame && own.connected) await command(own, wish(frame));
    }
  }

  return {
    async come(teacher) {
      const own = teacher.socket({ as: 'teacher', lessonId: deps.lessonId });
      socket = own;
      own.on('frame', (newer) => {
        if (socket === own) frame = newer as TeacherFrame;
      });
      own.on('roster', ({ from, seats }) => {
        roster = [...roster.slice(0, from), ...seats.map(({ seatId }) => seatId)];
      });
      const first = (await next(own, 'frame')) as TeacherFrame;
      frame = first;
      return first;
    },
    drive: () => void (socket && drive(socket)),
    leave: () => void socket?.disconnect(),
  };
}
