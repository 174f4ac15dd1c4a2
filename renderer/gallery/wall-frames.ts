import type { ProjectorFrame, ProjectorView } from '../../lan-server/contract/frames.ts';
import {
  cloud,
  cloudWords,
  explanation,
  letters,
  longQuestion,
  names,
  osmosis,
  osmosisPicture,
  scale,
  several,
  statement,
} from './wall-questions.ts';

/** Made-up moments of a lesson for the gallery: every screen of the wall, and the hard cases of each. */

type Stage = ProjectorView['stage'];
type Change = Partial<Omit<ProjectorView, 'stage' | 'wall' | 'lesson'>> & {
  wall?: Partial<ProjectorView['wall']>;
  lesson?: Partial<ProjectorView['lesson']>;
  door?: Partial<ProjectorFrame['door']>;
};

function frame(stage: Stage, change: Change = {}): ProjectorFrame {
  const { wall, lesson, door, ...rest } = change;
  return {
    seq: 1,
    door: {
      code: '4827',
      address: '192.168.1.20:4747',
      url: 'http://192.168.1.20:4747/j/4827',
      name: 'chalkbox.local:4747',
      ...door,
    },
    view: {
      lesson: {
        id: 'gallery-lesson',
        title: 'Osmosis and water potential, 10A',
        subject: 'Biology',
        identity: 'nickname',
        ...lesson,
      },
      status: 'live',
      wall: { blank: false, join: false, results: false, light: false, ...wall },
      seats: 27,
      here: 25,
      names: names.slice(0, 27),
      stage,
      ...rest,
    },
  };
}

const place = { number: 4, of: 9, round: 1 };
const counted = { answered: 19, seated: 27 };
const timer = { leftMs: 32_000, totalMs: 60_000, running: true };

/** Every screen of the wall under the name of what it shows. */
export const wallFrames: Record<string, ProjectorFrame> = {
  'Join, nobody yet': frame({ at: 'lobby' }, { seats: 0, here: 0, names: [] }),
  Join: frame({ at: 'lobby' }),
  'Join, forty names': frame({ at: 'lobby' }, { seats: 43, here: 43, names }),
  'Join, anonymous, six digits': frame(
    { at: 'lobby' },
    {
      names: [],
      lesson: { identity: 'anonymous' },
      door: { code: '482755', address: '192.168.100.200:14747' },
    },
  ),
  'No network': frame({ at: 'lobby' }, { door: { address: null, name: null } }),
  Ready: frame({ at: 'ready', ...place, question: osmosis }),
  Open: frame({ at: 'open', ...place, ...counted, question: osmosis, timer, picture: null }),
  'Open, large class': frame({
    at: 'open',
    ...place,
    answered: 312,
    seated: 500,
    question: several,
    timer: null,
    picture: null,
  }),
  'Open with results': frame({
    at: 'open',
    ...place,
    ...counted,
    question: osmosis,
    timer,
    picture: osmosisPicture,
  }),
  'A B C D': frame({
    at: 'open',
    ...place,
    ...counted,
    question: letters,
    timer: null,
    picture: null,
  }),
  'A B C D with results': frame({
    at: 'closed',
    ...place,
    ...counted,
    question: letters,
    picture: { total: 8, counts: [1, 5, 0, 2] },
  }),
  'Open, true or false': frame({
    at: 'open',
    ...place,
    ...counted,
    question: statement,
    timer,
    picture: null,
  }),
  'Open, scale': frame({ at: 'open', ...place, ...counted, question: scale, timer, picture: null }),
  'Open, words hidden': frame({
    at: 'open',
    ...place,
    ...counted,
    question: cloud,
    timer,
    picture: null,
  }),
  'Words as they come': frame({
    at: 'open',
    ...place,
    ...counted,
    question: cloud,
    timer: null,
    picture: { total: 19, distinct: cloudWords.length, words: cloudWords },
  }),
  'No words yet': frame({
    at: 'open',
    ...place,
    answered: 0,
    seated: 27,
    question: cloud,
    timer: null,
    picture: { total: 0, distinct: 0, words: [] },
  }),
  'Scale as it comes': frame({
    at: 'open',
    ...place,
    ...counted,
    question: scale,
    timer: null,
    picture: { total: 19, counts: [1, 2, 5, 8, 3], mean: 3.526 },
  }),
  'Scale of ten': frame({
    at: 'closed',
    ...place,
    ...counted,
    question: { ...scale, steps: 10 },
    picture: { total: 27, counts: [0, 1, 2, 2, 4, 6, 5, 4, 2, 1], mean: 6.1 },
  }),
  Closed: frame({ at: 'closed', ...place, ...counted, question: osmosis, picture: null }),
  Revealed: frame({
    at: 'revealed',
    ...place,
    answered: 26,
    seated: 27,
    question: osmosis,
    picture: osmosisPicture,
    key: { right: 1 },
    explanation,
  }),
  'Revealed, several right': frame({
    at: 'revealed',
    ...place,
    ...counted,
    round: 2,
    question: several,
    picture: { total: 19, counts: [17, 4, 15, 6, 18, 0] },
    key: { right: [0, 2, 4] },
    explanation: '',
  }),
  'Revealed, true or false': frame({
    at: 'revealed',
    ...place,
    ...counted,
    question: statement,
    picture: { total: 19, yes: 7, no: 12 },
    key: { right: false },
    explanation: 'The cell wall pushes back.',
  }),
  Paused: frame(
    {
      at: 'open',
      ...place,
      ...counted,
      question: osmosis,
      timer: { ...timer, running: false },
      picture: null,
    },
    { status: 'paused' },
  ),
  Blank: frame(
    { at: 'open', ...place, ...counted, question: osmosis, timer, picture: null },
    { wall: { blank: true } },
  ),
  'Join over a question': frame(
    { at: 'open', ...place, ...counted, question: osmosis, timer, picture: null },
    { wall: { join: true } },
  ),
  'Eight options': frame({
    at: 'open',
    ...place,
    ...counted,
    question: longQuestion(8, 12, 24),
    timer,
    picture: null,
  }),
  'Eight options with results': frame({
    at: 'revealed',
    ...place,
    ...counted,
    question: longQuestion(8, 12, 24),
    picture: { total: 19, counts: [3, 9, 1, 0, 2, 2, 1, 1] },
    key: { right: 1 },
    explanation,
  }),
  Ended: frame({ at: 'lobby' }, { status: 'ended' }),
};

/** One of each screen and each kind's drawing. */
export const oneOfEach = [
  'Join',
  'No network',
  'Ready',
  'Open',
  'Open, scale',
  'Words as they come',
  'Scale as it comes',
  'Revealed',
  'A B C D with results',
  'Paused',
  'Blank',
  'Ended',
];
