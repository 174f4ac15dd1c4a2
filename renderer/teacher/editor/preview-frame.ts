import type { Network } from '../../../lan-server/contract/api.ts';
import type { ProjectorFrame, Timer } from '../../../lan-server/contract/frames.ts';
import { kindOf, takesAnswers } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';

/** Where a question stands in its quiz, counted from 1. */
export type Place = { number: number; of: number };

/** A made-up class and code, so that the ledge is as full as it will be. */
const seated = 25;
const code = '4827';

/** What the wall shows when the question opens, all its time still left. */
export function previewFrame(
  question: Question,
  title: string,
  place: Place,
  door: Network['door'] | null,
): ProjectorFrame {
  return {
    seq: 0,
    view: {
      lesson: { id: 'preview', title, subject: '', identity: 'nickname' },
      status: 'live',
      wall: { blank: false, join: false, results: false, light: false },
      seats: seated,
      here: seated,
      names: [],
      stage: previewStage(question, place),
    },
    door: { ...(door ?? { address: null, url: '', name: null }), code },
  };
}

function previewStage(question: Question, place: Place): ProjectorFrame['view']['stage'] {
  const kind = kindOf(question);
  const shown = { ...place, question: kind.redact(question), answered: 0, seated };
  if (!takesAnswers(question)) {
    const picture = kind.picture(question, kind.emptyTally(question));
    return { at: 'revealed', ...shown, round: 0, key: null, explanation: '', picture };
  }
  return { at: 'open', ...shown, round: 1, timer: fullTimer(question.seconds), picture: null };
}

function fullTimer(seconds: number | null): Timer | null {
  if (seconds === null) return null;
  const ms = seconds * 1000;
  return { leftMs: ms, totalMs: ms, running: true };
}
