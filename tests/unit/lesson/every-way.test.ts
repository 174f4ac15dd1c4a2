import { describe, expect, test } from 'vitest';
import type { Play } from '../../../lan-server/contract/play.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { paperOf, studentView } from '../../../lan-server/lesson/views/student.ts';
import { projectorView } from '../../../lan-server/lesson/views/wall.ts';
import { kindNamed, kindNames } from '../../../lan-server/questions/index.ts';
import type { KindName } from '../../../lan-server/questions/index.ts';
import { play, questions, startSeated } from './commands.ts';
import type { Played } from './commands.ts';

const seats = ['seat-1', 'seat-2', 'seat-3'];
const presence = { here: 3, isHere: () => true, goneAt: () => null, holdsSince: () => null };
const teacher = { as: 'teacher' } as const;
const names = ['Red', 'Blue'];

type Way = { play: Partial<Play>; changes?: boolean; peer?: true };

/** Every way to play, alone and where two meet. */
const ways: Record<string, Way> = {
  'as ever': { play: {} },
  'with final answers': { play: {}, changes: false },
  'for speed, with rows and a leaderboard': {
    play: { scoring: 'speed', streaks: true, leaderboard: true },
  },
  'in teams by draw': { play: { teams: { by: 'draw', names }, leaderboard: true } },
  'in teams by choice': { play: { teams: { by: 'choice', names } } },
  'with confidence': { play: { confidence: true } },
  'as peer instruction': { play: {}, peer: true },
  'as peer instruction for speed': { play: { scoring: 'speed', leaderboard: true }, peer: true },
  'let in one by one, talking back': {
    play: { approve: true, qa: 'open', pulse: true, reactions: true },
  },
  'at one’s own speed, told at the end': { play: { pacing: 'self', feedback: 'end', minutes: 20 } },
  'at one’s own speed, told at once': { play: { pacing: 'self', feedback: 'now', mixed: true } },
};

let commands = 0;

/** Everybody answers the question, each with another of the kind's fixtures; a slide takes none. */
function answerAll(played: Played, name: KindName, round: number) {
  const { fixtures, takesAnswers } = kindNamed(name);
  const given = fixtures[0]?.answers ?? [];
  const question = questionOf(name);
  for (const [index, seatId] of seats.entries()) {
    played.now += 700;
    const answer = given[(index + round) % Math.max(1, given.length)]?.answer;
    const refused = play(
      played,
      { as: 'student', seatId },
      {
        type: 'answer',
        commandId: `command-${(commands += 1)}`,
        questionId: question.id,
        round,
        answer: answer ?? { picked: 0 },
      },
    );
    if (takesAnswers === false) expect(refused).not.toBeNull();
    else expect(refused, `round ${round} of ${seatId}`).toBeNull();
  }
}

function questionOf(name: KindName) {
  const question = questions.find(({ kind }) => kind === name);
  if (!question) throw new Error(name);
  return question;
}

const nameOf = (seatId: string) => `Name of ${seatId}`;

/** All that every phone and the wall can know now. */
function publicly({ state, now }: Played): string {
  return JSON.stringify([
    studentView(state, now),
    projectorView(state, now, presence, nameOf),
    paperOf(state),
  ]);
}

function expectNoSecret(played: Played, name: KindName) {
  const secrets = kindNamed(name).fixtures[0]?.secrets ?? [];
  const told = publicly(played);
  for (const secret of ['SECRET explanation', 'SECRET note', ...secrets])
    expect(told, secret).not.toContain(secret);
  // Of its own answer a seat may know every word.
  for (const seatId of seats)
    expect(JSON.stringify(seatView(played.state, seatId, nameOf))).not.toContain('SECRET');
}

const done = (refused: string | null) => expect(refused).toBeNull();

function paced(played: Played, name: KindName, { peer }: Way) {
  const { id: questionId } = questionOf(name);
  done(play(played, teacher, { type: 'openQuestion', questionId }));
  answerAll(played, name, 1);
  expectNoSecret(played, name);
  // A slide is shown, and that is all.
  if (kindNamed(name).takesAnswers === false) return;
  done(play(played, teacher, { type: 'closeQuestion', questionId }));
  if (peer) {
    done(play(played, teacher, { type: 'discuss', questionId, seconds: 120 }));
    expectNoSecret(played, name);
    done(play(played, teacher, { type: 'voteAgain', questionId }));
    answerAll(played, name, 2);
    expectNoSecret(played, name);
  }
  done(play(played, teacher, { type: 'revealKey', questionId }));
}

function atOwnSpeed(played: Played, name: KindName, feedback: Play['feedback'] | undefined) {
  done(play(played, teacher, { type: 'startWork' }));
  // Told at once, the one who answered knows the key; nobody does before.
  expectNoSecret(played, name);
  answerAll(played, name, 1);
  if (feedback === 'end') expectNoSecret(played, name);
  for (const seatId of seats) done(play(played, { as: 'student', seatId }, { type: 'handIn' }));
  done(play(played, teacher, { type: 'closeWork' }));
  done(play(played, teacher, { type: 'releaseWork' }));
}

describe.each(kindNames)('%s', (name) => {
  test.each(Object.entries(ways))('is played %s', (_way, way) => {
    const played = startSeated(way.changes ?? true, way.play);
    if (way.play.approve)
      for (const seatId of seats) done(play(played, teacher, { type: 'restoreSeat', seatId }));
    if (way.play.teams?.by === 'choice')
      for (const [index, seatId] of seats.entries())
        done(play(played, { as: 'student', seatId }, { type: 'chooseTeam', team: index % 2 }));
    expect(played.state.seated).toBe(3);
    expectNoSecret(played, name);

    if (way.play.pacing === 'self') atOwnSpeed(played, name, way.play.feedback);
    else paced(played, name, way);

    const { state } = played;
    const question = questionOf(name);
    const asked = state.asked.get(question.id);
    const key = kindNamed(name).key(question);
    if (key !== null && way.play.pacing !== 'self')
      expect(publicly(played)).toContain(JSON.stringify(key).slice(1, -1));
    // Accuracy alone: what each one has is what the kind's rule gives for the answer that counts.
    if (way.play.scoring !== 'speed' && asked)
      for (const [seatId, { answer }] of asked.answers)
        expect(state.seats.get(seatId)?.points).toBeCloseTo(
          (kindNamed(name).grade(question, answer)?.credit ?? 0) * question.points,
          6,
        );
    if (way.play.leaderboard && way.play.pacing !== 'self') {
      done(play(played, teacher, { type: 'showBoard', board: 'leaderboard' }));
      expect(projectorView(state, played.now, presence, (seat) => seat).board).toBeDefined();
    }
    expect(teacherView(state, played.now, presence).grid).toHaveLength(3);
    done(play(played, teacher, { type: 'endLesson' }));
    expect(fold(played.journal)).toEqual(played.state);
  });
});
