import type { Ack } from '../contract/commands.ts';
import type { Paper } from '../contract/work.ts';
import { kindOf } from '../questions/index.ts';
import type { Random } from '../questions/kind.ts';

/** Between two questions, in ms: each student has a speed of their own, and no question takes as long as another. */
const thinking = { least: 1200, spread: 9000 };
/** So many questions are passed over, and so many students forget to hand in. */
const skipped = 0.06;
const forgets = 0.1;

export type SimulatedWork = {
  /** The questions are there. */
  take(paper: Paper): void;
  /** Goes on while the work is open, and stops where it is not. */
  see(open: boolean): void;
  stop(): void;
};

/** A student at their own speed: goes through the questions one by one, passes over one or another, and hands in. */
export function simulateWork(deps: {
  random: Random;
  /** Scales thinking time; 0 answers at once. */
  pace: number;
  send: (command: object, then: (ack: Ack) => void) => void;
  answered: () => void;
  refused: (code: string) => void;
}): SimulatedWork {
  const { random } = deps;
  const speed = 0.4 + random() * 1.6;
  const isForgetful = random() < forgets;
  let paper: Paper | null = null;
  let at = 0;
  let isOpen = false;
  let timer: NodeJS.Timeout | undefined;

  function goOn() {
    if (timer !== undefined || !isOpen || paper === null) return;
    const wait = (thinking.least + random() ** 1.5 * thinking.spread) * speed * deps.pace;
    timer = setTimeout(() => {
      timer = undefined;
      next();
    }, wait);
  }

  function next() {
    if (!isOpen || paper === null || at > paper.questions.length) return;
    const asked = paper.questions[at];
    at += 1;
    if (!asked) {
      if (!isForgetful) deps.send({ type: 'handIn' }, told);
      return;
    }
    if (asked.round === 0 || random() < skipped) {
      goOn();
      return;
    }
    const { question, round } = asked;
    const answer = kindOf(question).imagine(question, random);
    deps.send({ type: 'answer', questionId: question.id, round, answer }, (ack) => {
      if (ack.ok) deps.answered();
      told(ack);
      goOn();
    });
  }

  function told(ack: Ack) {
    // The work may have been closed while it was on its way.
    if (!ack.ok && isOpen) deps.refused(ack.error.code);
  }

  function stop() {
    clearTimeout(timer);
    timer = undefined;
    isOpen = false;
  }

  return {
    take(given) {
      paper = given;
      goOn();
    },
    see(open) {
      if (!open) stop();
      isOpen = open;
      goOn();
    },
    stop,
  };
}
