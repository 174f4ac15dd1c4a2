import type {
  SeatFrame,
  SeatView,
  StudentFrame,
  StudentView,
  Welcome,
} from '../../lan-server/contract/frames.ts';
import type { Pick } from '../../lan-server/contract/roll.ts';
import type { Paper, PaperFrame } from '../../lan-server/contract/work.ts';
import type { Given } from './outbox.ts';

/** What a student's device knows of its lesson. */
export type LiveState = {
  view: StudentView;
  /** null: no seat taken yet. */
  seat: SeatView | null;
  /** When the view came, on the clock of performance.now(): its timer counts from there. */
  viewAt: number;
  /** The newest frame of the view and of the seat on this connection. */
  viewSeq: number;
  seatSeq: number;
  /** The laptop's mDNS name with port; undefined where it holds none. */
  lanName?: string | undefined;
  /** The questions of the work at one's own speed, once it has started. */
  paper?: Paper | undefined;
  /** In a lesson with a list of names, without a seat. */
  pick?: Pick | undefined;
};

/** Everything anew: sequence numbers count within one connection. `now` is performance.now(). */
export function welcomed(welcome: Welcome, now: number): LiveState {
  const { seq, view, seat, paper, pick } = welcome;
  return { paper, pick, view, seat, viewAt: now, viewSeq: seq, seatSeq: seq };
}

/** Takes what all students see, if it is newer. */
export function framed(state: LiveState, { seq, view }: StudentFrame, now: number): LiveState {
  return seq <= state.viewSeq ? state : { ...state, view, viewAt: now, viewSeq: seq };
}

/** Takes what this seat alone sees, if it is newer. */
export function seated(state: LiveState, { seq, seat }: SeatFrame): LiveState {
  if (seq <= state.seatSeq) return state;
  return { ...state, seat, seatSeq: seq };
}

/** Takes the questions of the work. They come in order, and before the view that tells of them. */
export function papered(state: LiveState, { paper }: PaperFrame): LiveState {
  return { ...state, paper };
}

/** A seat was taken: what the acknowledgement of `join` told. */
export function joined(
  state: LiveState,
  seat: SeatView,
  frame: StudentFrame,
  now: number,
  paper?: Paper,
): LiveState {
  return { ...framed(state, frame, now), seat, paper };
}

/**
 * An answer is on the laptop's disk since `at`. Who answered learns it by the acknowledgement alone: no frame follows.
 * A frame that tells of a later answer (another tab) is left as it is.
 */
export function storedHere(state: LiveState, given: Given, at: number): LiveState {
  const { seat } = state;
  if (seat?.work && state.view.stage.at === 'work') return storedInWork(state, seat, given, at);
  if (
    !seat ||
    !isAsked(state.view, given) ||
    (seat.answer && isSame(seat.answer, given) && seat.answer.at > at)
  )
    return state;
  const { questionId, round, answer, sure } = given;
  return {
    ...state,
    seat: {
      ...seat,
      answer: { questionId, round, answer, at, ...(sure !== undefined && { sure }) },
    },
  };
}

function storedInWork(state: LiveState, seat: SeatView, given: Given, at: number): LiveState {
  const work = seat.work ?? { handedIn: false, answers: [], results: [] };
  const before = work.answers.find((one) => isSame(one, given));
  if (before && before.at > at) return state;
  const { questionId, round, answer } = given;
  const others = work.answers.filter((one) => one !== before);
  const answers = [...others, { questionId, round, answer, at }];
  return { ...state, seat: { ...seat, work: { ...work, answers } } };
}

/** The work is handed in, or taken back, and on the laptop's disk. */
export function handed(state: LiveState, handedIn: boolean): LiveState {
  const { seat } = state;
  return seat?.work ? { ...state, seat: { ...seat, work: { ...seat.work, handedIn } } } : state;
}

type Asked = { questionId: string; round: number };

const isSame = (a: Asked, b: Asked) => a.questionId === b.questionId && a.round === b.round;

/** Whether this is the question and the round that the lesson is at. */
export function isAsked({ stage }: StudentView, { questionId, round }: Asked): boolean {
  return 'question' in stage && stage.question.id === questionId && stage.round === round;
}
