import fc from 'fast-check';
import type { Play } from '../../../lan-server/contract/play.ts';
import type { Actor } from '../../../lan-server/contract/commands.ts';
import { isRejection } from '../../../lan-server/contract/rejections.ts';
import { decide } from '../../../lan-server/lesson/decide.ts';
import { seatCode } from '../../../lan-server/contract/seat-code.ts';
import type { LessonCommand } from '../../../lan-server/lesson/commands.ts';
import type { LessonEvent, StoredEvent } from '../../../lan-server/lesson/events.ts';
import { evolve } from '../../../lan-server/lesson/evolve.ts';
import { emptyLesson } from '../../../lan-server/lesson/state.ts';
import type { LessonState } from '../../../lan-server/lesson/state.ts';
import { kindNames, kindNamed } from '../../../lan-server/questions/index.ts';
import type { Key, Question } from '../../../lan-server/questions/index.ts';

/** One question of each kind, each with secrets of its own. */
export const questions: Question[] = kindNames.map((name) => {
  const question = kindNamed(name).fixtures[0]?.question as Question;
  return {
    ...question,
    explanation: `SECRET explanation of ${name}.`,
    note: `SECRET note on ${name}.`,
  };
});

const seatIds = ['seat-1', 'seat-2', 'seat-3'];

/** A lesson as a test plays it: what was decided stands in the journal, and folded into the state. */
export type Played = { state: LessonState; journal: StoredEvent[]; now: number };

export function startLesson(changes = true, play: Partial<Play> = {}): Played {
  const played: Played = { state: emptyLesson(), journal: [], now: 1_000_000 };
  store(played, [
    {
      type: 'started',
      lessonId: 'lesson-1',
      title: 'A lesson',
      subject: '',
      code: '4827',
      settings: { identity: 'nickname', changes, play },
      questions,
    },
  ]);
  return played;
}

/** The same with everybody in their seats. */
export function startSeated(changes = true, settings: Partial<Play> = {}): Played {
  const played = startLesson(changes, settings);
  for (const [index, seatId] of seatIds.entries()) {
    play(played, { as: 'door' }, { type: 'takeSeat', seatId, device: `device-${index}` });
  }
  return played;
}

export function store(played: Played, events: LessonEvent[]): void {
  for (const event of events) {
    const stored = { seq: played.state.seq + 1, at: played.now, event };
    // Through JSON, as the journal on disk does.
    played.journal.push(JSON.parse(JSON.stringify(stored)) as StoredEvent);
    evolve(played.state, stored);
  }
}

/** Decides and stores; gives the refusal's code, or null. */
export function play(played: Played, actor: Actor, command: LessonCommand): string | null {
  const decision = decide(played.state, actor, command, played.now);
  if (isRejection(decision)) return decision.rejected;
  store(played, decision);
  return null;
}

export type Step = { actor: Actor; command: LessonCommand; wait: number };

/** A teacher stays with a few questions: spread over all kinds, hardly an answer would be to what is open. */
const few = fc.shuffledSubarray(questions, { minLength: 5, maxLength: 5 });

const idOf = (some: Question[]) => fc.constantFrom(...some.map(({ id }) => id), 'no-such-question');
const seatId = fc.constantFrom(...seatIds, 'no-such-seat');

/** Mostly an answer that fits its question, now and then one that fits another or none. */
const answerTo = (some: Question[]) =>
  fc.constantFrom(...some).chain((question) => {
    const { fixtures } = kindNamed(question.kind);
    const fitting = fixtures[0]?.answers.map(({ answer }) => answer) ?? [];
    const wrong = fixtures.flatMap((fixture) => fixture.wrongShape);
    return fc.record({
      type: fc.constant('answer' as const),
      commandId: fc.uuid(),
      questionId: fc.constant(question.id),
      round: fc.oneof(
        { weight: 5, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
      ),
      // To a slide no answer fits.
      answer:
        fitting.length === 0
          ? fc.constantFrom(...wrong)
          : fc.oneof(
              { weight: 8, arbitrary: fc.constantFrom(...fitting) },
              { weight: 1, arbitrary: fc.constantFrom(...wrong) },
            ),
      sure: fc.constantFrom(undefined, undefined, true, false),
      // Mostly as it is tapped, now and then one that was kept on the phone for a while.
      tap: fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        {
          weight: 1,
          arbitrary: fc.record({
            at: fc.integer({ min: 900_000, max: 2_500_000 }),
            awaySince: fc.constantFrom(null, 0),
          }),
        },
      ),
    });
  });

const commandOn = (some: Question[]): fc.Arbitrary<LessonCommand> => {
  const questionId = idOf(some);
  return fc.oneof(
    { weight: 40, arbitrary: answerTo(some) },
    {
      weight: 3,
      arbitrary: fc.nat(2).map((index): LessonCommand => ({
        type: 'takeSeat',
        seatId: seatIds[index] ?? '',
        device: `device-${index}`,
      })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.nat(2), fc.nat(4)).map(([index, device]): LessonCommand => ({
        type: 'comeBack',
        seat: seatCode(seatIds[index] ?? ''),
        device: `device-${device}`,
      })),
    },
    { weight: 6, arbitrary: fc.record({ type: fc.constant('openQuestion' as const), questionId }) },
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('closeQuestion' as const), questionId }),
    },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('revealKey' as const), questionId }) },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('discuss' as const),
        questionId,
        seconds: fc.constantFrom(null, 120),
      }),
    },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('voteAgain' as const), questionId }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('goTo' as const), questionId }) },
    { weight: 1, arbitrary: fc.constant<LessonCommand>({ type: 'goToLobby' }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('skipQuestion' as const), questionId }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('timeIsUp' as const),
        questionId,
        round: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('recover' as const), lostMs: fc.nat(60_000) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('setKey' as const),
        questionId,
        key: fc.constantFrom<Key | null>(
          null,
          { right: 0 },
          { right: 7 },
          { right: [1, 2] },
          { right: true },
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<LessonCommand>(
        { type: 'pauseLesson' },
        { type: 'resumeLesson' },
        { type: 'extendTimer', seconds: 30 },
        { type: 'lockDoor', locked: true },
        { type: 'lockDoor', locked: false },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('setWall' as const),
        wall: fc.record({
          results: fc.boolean(),
          blank: fc.boolean(),
          join: fc.boolean(),
          compare: fc.boolean(),
        }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constantFrom('removeSeat' as const, 'restoreSeat' as const),
        seatId,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('removeSeat' as const),
        seatId,
        mayReturn: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .shuffledSubarray(
          questions.map(({ id }) => id),
          { minLength: 4 },
        )
        .map((order): LessonCommand => ({ type: 'reorderQuestions', order })),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('moderateCard' as const),
        questionId: fc.constantFrom('fixture-opentext', 'fixture-choice'),
        seatId,
        answeredAt: fc.integer({ min: 1_000_000, max: 1_000_200 }),
        standing: fc.constantFrom('waiting' as const, 'shown' as const, 'hidden' as const),
        heading: fc.constantFrom('', 'A heading'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom('acceptAnswer' as const),
        questionId: fc.constantFrom('fixture-shorttext', 'fixture-blanks'),
        part: fc.nat(3),
        text: fc.constantFrom('water', 'co', 'sugar'),
        accept: fc.boolean(),
      }),
    },
  );
};

function usualActor(command: LessonCommand, seat: number): Actor {
  if (command.type === 'answer' || command.type === 'handIn' || command.type === 'takeBack')
    return { as: 'student', seatId: seatIds[seat] ?? '' };
  if (command.type === 'takeSeat' || command.type === 'comeBack') return { as: 'door' };
  if (command.type === 'timeIsUp' || command.type === 'workTimeIsUp') return { as: 'clock' };
  if (command.type === 'recover') return { as: 'clock' };
  return { as: 'teacher' };
}

/** Any command, and those of a lesson at one's own speed among them. */
const workCommandOn = (some: Question[]): fc.Arbitrary<LessonCommand> =>
  fc.oneof(
    { weight: 84, arbitrary: commandOn(some) },
    {
      weight: 14,
      arbitrary: fc.constantFrom<LessonCommand>(
        { type: 'startWork' },
        { type: 'startWork' },
        { type: 'closeWork' },
        { type: 'workTimeIsUp' },
        { type: 'handIn' },
        { type: 'takeBack' },
        { type: 'takeBack' },
      ),
    },
    { weight: 1, arbitrary: fc.constant<LessonCommand>({ type: 'releaseWork' }) },
  );

/** Any command from whoever usually sends it, now and then from somebody else. */
export const steps = few.chain((some) => stepsOf(commandOn(some)));

/** The same of a lesson at one's own speed. */
export const workSteps = few.chain((some) => stepsOf(workCommandOn(some)));

function stepsOf(commands: fc.Arbitrary<LessonCommand>): fc.Arbitrary<Step[]> {
  return fc.array(
    fc
      .record({
        command: commands,
        seat: fc.nat(2),
        wait: fc.nat(20_000),
        stranger: fc.oneof(
          { weight: 15, arbitrary: fc.constant(null) },
          {
            weight: 1,
            arbitrary: fc.constantFrom<Actor>(
              { as: 'teacher' },
              { as: 'door' },
              { as: 'clock' },
              { as: 'student', seatId: 'seat-1' },
            ),
          },
        ),
      })
      .map(({ command, seat, wait, stranger }) => ({
        command,
        wait,
        actor: stranger ?? usualActor(command, seat),
      })),
    { minLength: 30, maxLength: 120, size: 'max' },
  );
}
