import { z } from 'zod';
import {
  keySchema,
  pictureSchema,
  publicQuestionSchema,
  questionSchema,
} from '../questions/index.ts';
import { confidenceSchema } from './confidence.ts';
import { comparisonSchema } from './comparison.ts';
import { boardKindSchema, boardSchema, ownGameSchema } from './game.ts';
import { moreExplanationSchema } from '../questions/words.ts';
import { lessonIdSchema, questionIdSchema, seatIdSchema } from './ids.ts';
import { mediaNameSchema } from './images.ts';
import { moodsSchema, reactionsSchema } from './qa.ts';
import { pickSchema } from './roll.ts';
import { cardsSchema } from './moderation.ts';
import { feedbackSchema, paperSchema, seatWorkSchema, workStandingSchema } from './work.ts';

/**
 * The timer as it stands when the frame is made: `leftMs` of `totalMs`. A client counts down by its own monotonic clock, so
 * no two clocks need to agree.
 */
export const timerSchema = z.object({
  leftMs: z.number(),
  totalMs: z.number(),
  running: z.boolean(),
});
export type Timer = z.infer<typeof timerSchema>;

/** Where in the quiz the lesson is: question `number` of `of`, counted from 1. */
const place = { number: z.int(), of: z.int() };
const asked = { ...place, round: z.int(), question: publicQuestionSchema };

export const statusSchema = z.enum(['live', 'paused', 'ended']);

export const identitySchema = z.enum(['anonymous', 'nickname', 'roster']);
export type Identity = z.infer<typeof identitySchema>;

/** The class talks with its neighbours before it votes again. */
const talkSchema = z.object({ timer: timerSchema.nullable() });

/** What is revealed after a question; `key` is null for kinds or questions without one. */
const revealed = {
  key: keySchema.nullable(),
  explanation: z.string(),
  moreExplanation: moreExplanationSchema.optional(),
  picture: pictureSchema,
};

/** What every student sees, the same for all and serialised once. */
export const studentViewSchema = z.object({
  lesson: z.object({
    id: lessonIdSchema,
    title: z.string(),
    code: z.string(),
    identity: identitySchema,
  }),
  status: statusSchema,
  /** Whether an answer may be changed until the question closes. */
  changes: z.boolean(),
  /** Ways to talk back; left out where there are none. */
  talk: z.object({ qa: z.boolean(), pulse: z.boolean(), reactions: z.boolean() }).optional(),
  stage: z.discriminatedUnion('at', [
    z.object({ at: z.literal('lobby') }),
    /** The next question stands on the wall, not yet open. */
    z.object({ at: z.literal('ready'), ...place }),
    z.object({
      at: z.literal('open'),
      ...asked,
      timer: timerSchema.nullable(),
      /** Students are asked how sure they are; left out where not. */
      asksSure: z.boolean().optional(),
    }),
    z.object({ at: z.literal('closed'), ...asked, talk: talkSchema.optional() }),
    /** Also a slide, from when it is shown: without answers, key or explanation, in round 0. */
    z.object({ at: z.literal('revealed'), ...asked, ...revealed }),
    /** At one's own speed; the questions themselves travel as `paper`, once. */
    z.object({
      at: z.literal('work'),
      standing: workStandingSchema,
      feedback: feedbackSchema,
      /** Each student has the questions in another order (`orderFor`). */
      mixed: z.boolean(),
      timer: timerSchema.nullable(),
    }),
  ]),
  /** While the wall shows a board instead of the stage. */
  board: boardKindSchema.optional(),
});
export type StudentView = z.infer<typeof studentViewSchema>;

/** What one seat alone may know. */
export const seatViewSchema = z.object({
  seatId: seatIdSchema,
  /** null in an anonymous lesson. */
  name: z.string().nullable(),
  removed: z.boolean(),
  /** For the teacher's yes; until then it is as one removed. Left out otherwise. */
  waits: z.literal(true).optional(),
  /** Of all revealed questions. */
  points: z.number(),
  /** The counted answer to the current question and round, as stored at `at` (ms since 1970). */
  answer: z
    .object({
      questionId: questionIdSchema,
      round: z.int(),
      answer: z.unknown(),
      at: z.number(),
      /** What was said about it; left out where nothing was. */
      sure: z.boolean().optional(),
    })
    .nullable(),
  /** The own answer to the first vote on the current question, once there is a further one. Left out where there is none. */
  first: z.object({ questionId: questionIdSchema, round: z.int(), answer: z.unknown() }).optional(),
  /** Only after the reveal; `right` is null without a key. `total` counts points over the lesson so far. */
  result: z
    .object({
      questionId: questionIdSchema,
      round: z.int(),
      right: z.boolean().nullable(),
      points: z.number(),
      total: z.number(),
      /** What of `points` is the bonus for a row of right answers; left out where there is none. */
      bonus: z.number().optional(),
    })
    .nullable(),
  /** Left out in a lesson without leaderboard, streaks and teams. */
  game: ownGameSchema.optional(),
  /** At one's own speed, once the work has started. */
  work: seatWorkSchema.optional(),
});
export type SeatView = z.infer<typeof seatViewSchema>;

/** Server → student, event `frame`. A client keeps the newest `seq` of a connection. */
export const studentFrameSchema = z.object({ seq: z.int(), view: studentViewSchema });
export type StudentFrame = z.infer<typeof studentFrameSchema>;

/** Server → student, event `seat`. */
export const seatFrameSchema = z.object({ seq: z.int(), seat: seatViewSchema });
export type SeatFrame = z.infer<typeof seatFrameSchema>;

/**
 * Server → student, event `welcome`, the first thing on every connection: the whole state. `seat` is null when this device
 * has none yet: the page asks for a name and sends `join`.
 */
export const welcomeSchema = z.object({
  seq: z.int(),
  view: studentViewSchema,
  seat: seatViewSchema.nullable(),
  /** At one's own speed, once the work has started. */
  paper: paperSchema.optional(),
  /** In a lesson with a list of names, while this device has no seat. */
  pick: pickSchema.optional(),
  /** The mDNS name held now, with port: where to look when the address has changed. Left out where there is none. */
  lanName: z.string().optional(),
  /** The server's clock, ms since 1970: by it a phone says when something was tapped. */
  at: z.number(),
});
export type Welcome = z.infer<typeof welcomeSchema>;

/** How a student reaches the lesson, for wall and console; follows the network by itself. */
export const doorSchema = z.object({
  code: z.string(),
  /** What to type, without `http://`: `192.168.1.20:4747`. null when no network is there. */
  address: z.string().nullable(),
  /** What the QR holds. */
  url: z.string(),
  /** The mDNS name really held, with port, or null. A bonus, never the only way. */
  name: z.string().nullable(),
  /** The school's picture; left out where it has none. */
  logo: mediaNameSchema.optional(),
});
export type Door = z.infer<typeof doorSchema>;

const wall = {
  blank: z.boolean(),
  join: z.boolean(),
  results: z.boolean(),
  light: z.boolean(),
  /** After the reveal: the first vote stands beside the last. */
  compare: z.boolean().optional(),
};

/** Students who have answered, of those seated and not removed. */
const counted = { answered: z.int(), seated: z.int() };

/** What the wall may know: no key before the reveal, no name beside an answer. */
export const projectorViewSchema = z.object({
  lesson: z.object({
    id: lessonIdSchema,
    title: z.string(),
    subject: z.string(),
    identity: identitySchema,
  }),
  status: statusSchema,
  wall: z.object(wall),
  /** Nobody new may come in: the door is locked, or it is too late. Left out otherwise. */
  closed: z.literal(true).optional(),
  /** Seats taken and not removed; those connected now. */
  seats: z.int(),
  here: z.int(),
  /** The newest forty names, newest first; empty in an anonymous lesson. */
  names: z.array(z.string()).max(40),
  stage: z.discriminatedUnion('at', [
    z.object({ at: z.literal('lobby') }),
    z.object({ at: z.literal('ready'), ...asked }),
    z.object({
      at: z.literal('open'),
      ...asked,
      ...counted,
      timer: timerSchema.nullable(),
      /** null while results are hidden. */
      picture: pictureSchema.nullable(),
    }),
    z.object({
      at: z.literal('closed'),
      ...asked,
      ...counted,
      picture: pictureSchema.nullable(),
      talk: talkSchema.optional(),
    }),
    z.object({
      at: z.literal('revealed'),
      ...asked,
      ...counted,
      ...revealed,
      /** Where the wall compares the votes; left out where it shows the last alone. */
      compared: comparisonSchema.optional(),
    }),
    z.object({
      at: z.literal('work'),
      standing: workStandingSchema,
      timer: timerSchema.nullable(),
      seated: z.int(),
      handedIn: z.int(),
      /** How many have answered each question, in the lesson's order; null for a slide. */
      counts: z.array(z.int().nullable()),
    }),
  ]),
  /** What stands instead of the stage. */
  board: boardSchema.optional(),
  /** A student's question that stands there instead; never whose it is. */
  post: z.object({ text: z.string(), votes: z.int() }).optional(),
  /** Chalk marks fall when the podium stands. */
  confetti: z.literal(true).optional(),
});
export type ProjectorView = z.infer<typeof projectorViewSchema>;

/** Server → projector, event `frame`; at most 20 a second, the last one always arrives. */
export const projectorFrameSchema = z.object({
  seq: z.int(),
  view: projectorViewSchema,
  door: doorSchema,
  /** Signs of the last ten seconds; left out where there are none. */
  reactions: reactionsSchema.optional(),
});
export type ProjectorFrame = z.infer<typeof projectorFrameSchema>;

/** `fresh` never asked, then `open`, `closed`, `revealed`; `skipped` was passed over. One letter each in `phases`. */
export const phaseSchema = z.enum(['fresh', 'open', 'closed', 'revealed', 'skipped']);
export type Phase = z.infer<typeof phaseSchema>;
export const phaseLetters = {
  fresh: 'f',
  open: 'o',
  closed: 'c',
  revealed: 'r',
  skipped: 's',
} as const satisfies Record<Phase, string>;

/** What the console knows; questions and names travel in `plan` and `roster`, once. */
export const teacherViewSchema = z.object({
  lesson: z.object({
    id: lessonIdSchema,
    title: z.string(),
    subject: z.string(),
    identity: identitySchema,
    changes: z.boolean(),
    startedAt: z.number(),
    endedAt: z.number().nullable(),
  }),
  status: statusSchema,
  wall: z.object(wall),
  /** Nobody new may come in. Left out otherwise. */
  locked: z.literal(true).optional(),
  seats: z.int(),
  here: z.int(),
  /**
   * One character a seat, in the order of the roster: `a` answered, `l` answered and arrived after the closing, `t` arrived too
   * late to count, `h` holds an unsent answer, `w` not yet, capital = its device is offline; `M` offline and may hold an
   * answer, because it was there while the question was open; `x` removed; `q` asks to be let in, `Q` the same and offline. Without a current question everybody is `w` or `h`.
   */
  grid: z.string(),
  /**
   * Of a lesson with a list of names: one letter a student of the list (`attendanceLetters`) in the order of `enrolled`, places in it and
   * minutes of those who were late, and devices that wait for the teacher's word.
   */
  roster: z
    .object({
      attendance: z.string(),
      late: z.array(z.tuple([z.int(), z.int()])),
      claims: z.array(z.object({ claim: z.int(), seatId: seatIdSchema })),
    })
    .optional(),
  /** Seats with several devices: how many are there, and whether they answered the question differently. Left out where there are none. */
  devices: z
    .array(
      z.object({
        seatId: seatIdSchema,
        of: z.int(),
        here: z.int(),
        differ: z.literal(true).optional(),
      }),
    )
    .optional(),
  /** Seats that hold an unsent answer for certain (`h`, `H`), and those that may (`M`). */
  holding: z.int(),
  outOfReach: z.int(),
  /** One letter a question (see `phaseLetters`), in the order of the plan. */
  phases: z.string(),
  current: z
    .object({
      ...place,
      ...counted,
      questionId: questionIdSchema,
      phase: phaseSchema,
      round: z.int(),
      timer: timerSchema.nullable(),
      picture: pictureSchema,
      /** Students whose counted answer is fully right; null without a key. */
      right: z.int().nullable(),
      /** Of an open question: how many answers stand where, and the wall's page. */
      cards: cardsSchema.optional(),
      /** The class talks with its neighbours; left out where it does not. */
      talk: talkSchema.optional(),
      /** The vote is closed, and talking it over would teach more than the answer (see lesson/peer.ts). */
      worthTalking: z.boolean().optional(),
      /** Left out where nobody has said how sure they are. */
      confidence: confidenceSchema.optional(),
      /** The first vote on this question beside this one; left out where there was only one. */
      compared: comparisonSchema.optional(),
    })
    .nullable(),
  /** Left out in a lesson without leaderboard, streaks, teams and points for speed. */
  game: z
    .object({
      /** What stands on the wall instead of the question. */
      board: boardKindSchema.nullable(),
      /** The board that was shown since the last reveal that counted; null: none. */
      shownSince: boardKindSchema.nullable(),
      /** Whether any question has counted yet. */
      counted: z.boolean(),
      /** Who stands on the boards; null: there are none. */
      of: z.enum(['seats', 'teams']).nullable(),
      teams: z
        .object({
          names: z.array(z.string()).max(8),
          by: z.enum(['choice', 'draw']),
          /** One character a seat, in the order of the roster: the place of its team, `-` for none. */
          grid: z.string(),
        })
        .nullable(),
    })
    .optional(),
  /** In a lesson at one's own speed; rows and pictures travel beside it (`matrix`, `pictures`). */
  work: z
    .object({
      /** `ready`: not started yet. */
      standing: z.enum(['ready', ...workStandingSchema.options]),
      feedback: feedbackSchema,
      minutes: z.int().nullable(),
      timer: timerSchema.nullable(),
      handedIn: z.int(),
      /** Students who have answered each question, and whose answer is fully right (null without a key). */
      answered: z.array(z.int()),
      right: z.array(z.int().nullable()),
    })
    .optional(),
});
export type TeacherView = z.infer<typeof teacherViewSchema>;

/** Server → console, event `frame`; at most 20 a second. */
export const teacherFrameSchema = z.object({
  seq: z.int(),
  view: teacherViewSchema,
  door: doorSchema,
  /** How it goes for the class just now; left out where nobody says. */
  moods: moodsSchema.optional(),
  reactions: reactionsSchema.optional(),
});
export type TeacherFrame = z.infer<typeof teacherFrameSchema>;

/** Server → console, event `plan`: the questions with key and note, in order; sent at connect and when they change. */
export const planFrameSchema = z.object({ seq: z.int(), questions: z.array(questionSchema) });
export type PlanFrame = z.infer<typeof planFrameSchema>;

/** Server → console, event `roster`: seats from position `from` on; sent whole at connect, then only what is new. */
const seatNames = {
  from: z.int(),
  seats: z.array(z.object({ seatId: seatIdSchema, name: z.string().nullable() })),
};
export const rosterFrameSchema = z.object(seatNames);
export type RosterFrame = z.infer<typeof rosterFrameSchema>;

/** Server → console, event `enrolled`: the list of names from position `from` on, as `roster`; a seat that nobody has taken is only here. */
export const enrolledFrameSchema = z.object(seatNames);
export type EnrolledFrame = z.infer<typeof enrolledFrameSchema>;
