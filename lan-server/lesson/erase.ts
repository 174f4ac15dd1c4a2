import type { QuestionId, SeatId } from '../contract/ids.ts';
import type { Answer, Question } from '../questions/index.ts';
import { kindOf } from '../questions/index.ts';
import { erasedText } from '../questions/typed.ts';
import type { LessonEvent, StoredEvent } from './events.ts';

/**
 * The events of a lesson that must be written otherwise so that nothing in them leads to the students of these seats: what they
 * wrote in words of their own, and the hashes of their devices (`newDevice` gives another, of the same form). Each keeps its
 * type, its place and its time, so the lesson folds as before: seats, counts, grades and points are the same.
 *
 * Gives only what changes, by place in the journal. A row that cannot be read is changed where `mentions` says that it names one
 * of the seats: nobody can take a text out of it, and nothing is folded from it.
 */
export function withoutPeople(
  events: readonly StoredEvent[],
  seats: ReadonlySet<SeatId>,
  newDevice: () => string,
  mentions: (seq: number) => boolean = () => false,
): StoredEvent[] {
  const versions = versionsOf(events);
  const devices = new Map<string, string>();
  const otherDevice = (device: string): string => {
    const known = devices.get(device) ?? newDevice();
    devices.set(device, known);
    return known;
  };
  // Whose seat each device asks for: the end of that names the device alone.
  const claims = new Map<string, SeatId>();
  const isTheirs = (device: string) => seats.has(claims.get(device) ?? '');
  return events.flatMap((stored) => {
    if (stored.event.type === 'seatClaimed') claims.set(stored.event.device, stored.event.seatId);
    const event = rewritten(stored, { seats, versions, otherDevice, isTheirs, mentions });
    return event === null ? [] : [{ ...stored, event }];
  });
}

function rewritten(
  { seq, event }: StoredEvent,
  {
    seats,
    versions,
    otherDevice,
    isTheirs,
    mentions,
  }: {
    seats: ReadonlySet<SeatId>;
    versions: Versions;
    otherDevice: (device: string) => string;
    isTheirs: (device: string) => boolean;
    mentions: (seq: number) => boolean;
  },
): LessonEvent | null {
  switch (event.type) {
    case 'seatTaken':
    case 'deviceJoined':
    case 'seatClaimed':
      return seats.has(event.seatId) ? { ...event, device: otherDevice(event.device) } : null;
    case 'deviceLetIn':
      return seats.has(event.seatId)
        ? {
            ...event,
            device: otherDevice(event.device),
            instead: event.instead.map(otherDevice),
          }
        : null;
    case 'claimEnded':
      return isTheirs(event.device) ? { ...event, device: otherDevice(event.device) } : null;
    case 'answered':
    case 'answerTooLate': {
      if (!seats.has(event.seatId)) return null;
      const answer = wordless(versions.get(event.questionId) ?? [], event.answer);
      return answer === event.answer ? null : { ...event, answer };
    }
    case 'posted':
      return seats.has(event.seatId) && event.text !== erasedText
        ? { ...event, text: erasedText }
        : null;
    case 'unreadable':
      return mentions(seq) ? event : null;
    default:
      return null;
  }
}

/** A question as it was before and after each change of its key, the oldest first. */
type Versions = ReadonlyMap<QuestionId, readonly Question[]>;

function versionsOf(events: readonly StoredEvent[]): Versions {
  const versions = new Map<QuestionId, Question[]>();
  for (const { event } of events) {
    if (event.type === 'started') for (const one of event.questions) versions.set(one.id, [one]);
    else if (event.type === 'questionAdded') versions.set(event.question.id, [event.question]);
    else if (event.type === 'keySet') {
      const before = versions.get(event.questionId)?.at(-1);
      const after = before && kindOf(before).withKey(before, event.key);
      if (after) versions.get(event.questionId)?.push(after);
    }
  }
  return versions;
}

/**
 * What may stay of an answer. A question whose key was changed grades it more than once: what stays is graded like the answer each
 * time where that can be had, and else at the end, which is what reports say.
 */
function wordless(versions: readonly Question[], answer: Answer): Answer {
  // Its question cannot be read any more: nobody knows what its texts are, so none of them stays.
  if (versions.length === 0) return withoutTexts(answer);
  const candidates = versions.toReversed().map((one) => kindOf(one).withoutOwnWords(one, answer));
  if (candidates[0] === answer) return answer;
  const grades = (given: Answer) =>
    JSON.stringify(versions.map((one) => kindOf(one).grade(one, given)));
  const wanted = grades(answer);
  const best = candidates.find((one) => grades(one) === wanted) ?? candidates[0] ?? answer;
  return JSON.stringify(best) === JSON.stringify(answer) ? answer : best;
}

function withoutTexts(answer: Answer): Answer {
  return JSON.parse(
    JSON.stringify(answer, (_key, value: unknown) =>
      typeof value === 'string' ? erasedText : value,
    ),
  ) as Answer;
}
