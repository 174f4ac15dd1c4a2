import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  projectorViewSchema,
  seatViewSchema,
  studentViewSchema,
  teacherViewSchema,
} from '../../../lan-server/contract/frames.ts';
import { playSchema } from '../../../lan-server/contract/play.ts';
import { defaultPlay } from '../../../lan-server/contract/play.ts';
import type { Play } from '../../../lan-server/contract/play.ts';
import type { LessonCommand } from '../../../lan-server/lesson/commands.ts';
import type { StoredEvent } from '../../../lan-server/lesson/events.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import type { LessonState } from '../../../lan-server/lesson/state.ts';
import { teamPoints } from '../../../lan-server/lesson/teams.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { studentView } from '../../../lan-server/lesson/views/student.ts';
import { projectorView } from '../../../lan-server/lesson/views/wall.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { play, questions, startSeated, steps, store } from './commands.ts';
import type { Played } from './commands.ts';

const presence = { here: 3, isHere: () => true, goneAt: () => null, holdsSince: () => null };
const nameOf = (seatId: string) => `Name of ${seatId}`;
const names = ['Red', 'Blue', 'Green'];

const plays: fc.Arbitrary<Play> = fc
  .record({
    scoring: fc.constantFrom('accuracy' as const, 'speed' as const),
    streaks: fc.boolean(),
    leaderboard: fc.boolean(),
    confetti: fc.boolean(),
    teams: fc.constantFrom<Play['teams']>(null, { by: 'choice', names }, { by: 'draw', names }),
    approve: fc.constantFrom(false, false, false, false, false, true),
  })
  .map((play) => ({ ...defaultPlay, ...play }));

const seatId = fc.constantFrom('seat-1', 'seat-2', 'seat-3');
const gameCommands: fc.Arbitrary<LessonCommand[]> = fc.array(
  fc.oneof<fc.Arbitrary<LessonCommand>[]>(
    fc.record({ type: fc.constant('chooseTeam' as const), team: fc.nat(3) }),
    fc.record({ type: fc.constant('moveSeat' as const), seatId, team: fc.nat(3) }),
    fc.record({
      type: fc.constant('showBoard' as const),
      board: fc.constantFrom('leaderboard' as const, 'podium' as const),
    }),
    fc.constant({ type: 'hideBoard' }),
  ),
  { minLength: 30, maxLength: 30 },
);

/** A question asked from opening to reveal, with what can come between: made up steps alone reveal little. */
const episodes = fc.array(
  fc.record({
    question: fc.constantFrom(...questions),
    answers: fc.array(fc.record({ pick: fc.nat(20), wait: fc.nat(9000) }), {
      minLength: 3,
      maxLength: 3,
    }),
    between: fc.constantFrom<LessonCommand | null>(
      null,
      { type: 'pauseLesson' },
      { type: 'extendTimer', seconds: 30 },
      { type: 'recover', lostMs: 4000 },
    ),
    lateFor: fc.nat(60_000),
  }),
  { minLength: 12, maxLength: 12 },
);

/** Any lesson, with something of the game after every third command, and a whole question after every tenth. */
const lessons = fc.record({
  settings: plays,
  given: steps,
  game: gameCommands,
  who: seatId,
  episodes,
});

type Lesson = typeof lessons extends fc.Arbitrary<infer T> ? T : never;

function playEpisode(played: Played, episode: Lesson['episodes'][number] | undefined): void {
  if (!episode) return;
  const { question, answers, between, lateFor } = episode;
  const teacher = (command: LessonCommand) =>
    play(played, { as: command.type === 'recover' ? 'clock' : 'teacher' }, command);
  teacher({ type: 'resumeLesson' });
  teacher({ type: 'openQuestion', questionId: question.id });
  const fitting = kindOf(question).fixtures.flatMap(({ answers: all }) => all);
  for (const [index, { pick, wait }] of answers.entries()) {
    played.now += wait;
    if (index === 1 && between) teacher(between);
    if (index === 2) {
      teacher({ type: 'resumeLesson' });
      // The last one was out of reach, and comes after the reveal.
      teacher({ type: 'revealKey', questionId: question.id });
      played.now += lateFor;
    }
    play(
      played,
      { as: 'student', seatId: `seat-${index + 1}` },
      {
        type: 'answer',
        commandId: `episode-${played.state.seq}`,
        questionId: question.id,
        round: played.state.asked.get(question.id)?.round ?? 1,
        answer: fitting[pick % fitting.length]?.answer,
        tap: { at: index === 2 ? played.now - lateFor - 1000 : played.now, awaySince: 0 },
      },
    );
  }
}

function playAll(
  { settings, given, game, who, episodes: whole }: Lesson,
  check = (_played: Played) => {},
): Played {
  const played = startSeated(true, settings);
  for (const [index, { actor, command, wait }] of given.entries()) {
    if (index % 10 === 0) playEpisode(played, whole[index / 10]);
    played.now += wait;
    play(played, actor, command);
    const more = index % 3 === 0 ? game[index / 3] : undefined;
    if (more)
      play(
        played,
        more.type === 'chooseTeam' ? { as: 'student', seatId: who } : { as: 'teacher' },
        more,
      );
    check(played);
  }
  return played;
}

describe('whatever happens in a game,', () => {
  test('points, rows, places and teams are what a count from nothing gives', () => {
    let paid = 0;
    fc.assert(
      fc.property(lessons, (lesson) => {
        const { state, journal } = playAll(lesson);
        const anew = countAnew(state, journal, lesson.settings);
        for (const seat of state.seats.values()) {
          const { points, streak } = anew.seats.get(seat.id) ?? { points: 0, streak: 0 };
          expect(seat.points).toBeCloseTo(points, 6);
          expect(seat.streak).toBe(streak);
          if (points > 0) paid += 1;
        }
        for (const [team, points] of anew.teams.entries())
          expect(Math.abs(teamPoints(state, team) - points)).toBeLessThan(0.011);
        const { ranking } = state.game;
        const present = [...state.seats.values()].filter(({ removed }) => !removed);
        const ranked = lesson.settings.leaderboard && lesson.settings.teams === null;
        expect(new Set(ranking)).toEqual(new Set(ranked ? present : []));
        expect(ranking.map(({ points }) => points)).toEqual(
          ranking.map(({ points }) => points).toSorted((a, b) => b - a),
        );
        if (lesson.settings.teams)
          expect(names.map((_, team) => state.game.teamSizes[team] ?? 0)).toEqual(
            names.map((_, team) => present.filter((seat) => seat.team === team).length),
          );
      }),
      { numRuns: 300 },
    );
    expect(paid).toBeGreaterThan(200);
  });

  test('the journal folds to the same', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        const { state, journal } = playAll(lesson);
        expect(fold(journal)).toEqual(state);
      }),
      { numRuns: 150 },
    );
  });

  test('every view is of its form, boards are small, and a phone is told of its own seat alone', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        playAll(lesson, ({ state, now }) => {
          if (state.seq % 4 > 0) return;
          const wall = projectorView(state, now, presence, nameOf);
          expect(projectorViewSchema.strict().safeParse(wall).error).toBeUndefined();
          expect(wall.board?.rows.length ?? 0).toBeLessThanOrEqual(9);
          const students = studentView(state, now);
          expect(studentViewSchema.strict().safeParse(students).error).toBeUndefined();
          const desk = teacherView(state, now, presence);
          expect(teacherViewSchema.strict().safeParse(desk).error).toBeUndefined();
          for (const own of ['seat-1', 'seat-2', 'seat-3']) {
            const view = seatView(state, own, nameOf);
            expect(seatViewSchema.strict().safeParse(view).error).toBeUndefined();
            const text = JSON.stringify(view);
            for (const other of ['seat-1', 'seat-2', 'seat-3'])
              if (other !== own) expect(text).not.toContain(other);
          }
        });
      }),
      { numRuns: 40 },
    );
  });
});

/** The rules of docs/scoring.md once more, in the plainest way: by seat and team, from answers and journal. */
function countAnew(state: LessonState, journal: StoredEvent[], rules: Play) {
  const scale = rules.scoring === 'speed' ? 1000 : 1;
  const whole = (points: number) => (rules.scoring === 'speed' ? Math.round(points) : points);
  const revealed: { question: Question; at: number }[] = [];
  for (const { event, at } of journal) {
    if (event.type !== 'keyRevealed') continue;
    const asked = state.asked.get(event.questionId);
    // The last reveal of a question that is not open again.
    const later = journal.some(
      (other) =>
        other.event.type === 'questionOpened' &&
        other.event.questionId === event.questionId &&
        other.event.round === (asked?.round ?? 0) &&
        journal.indexOf(other) > journal.findIndex((one) => one.event === event),
    );
    if (asked?.progress.phase === 'revealed' && !later) {
      const known = revealed.findIndex(({ question }) => question.id === asked.question.id);
      if (known >= 0) revealed.splice(known, 1);
      if (asked.question.points > 0 && kindOf(asked.question).key(asked.question) !== null)
        revealed.push({ question: asked.question, at });
    }
  }
  const seats = new Map<string, { points: number; streak: number }>();
  const teamSums = names.map(() => 0);
  const perQuestion = new Map<string, Map<string, number>>();
  for (const seat of state.seats.values()) {
    let points = 0;
    let streak = 0;
    for (const { question } of revealed) {
      const counted = state.asked.get(question.id)?.answers.get(seat.id);
      const grade = counted ? kindOf(question).grade(question, counted.answer) : null;
      streak = grade?.right ? streak + 1 : 0;
      if (!counted || !grade) continue;
      const share =
        rules.scoring === 'speed'
          ? shareLeft(journal, question, counted.late?.tappedAt ?? counted.at)
          : 1;
      const bonus = rules.streaks && streak > 1 ? Math.min(5, streak - 1) / 10 : 0;
      const earned =
        whole(grade.credit * question.points * scale * share) +
        whole(bonus * question.points * scale);
      points += earned;
      const of = perQuestion.get(question.id) ?? new Map<string, number>();
      perQuestion.set(question.id, of.set(seat.id, earned));
    }
    seats.set(seat.id, { points, streak });
  }
  for (const { question, at } of revealed) {
    for (const team of names.keys()) {
      const members = [...state.seats.values()].filter(
        (seat) => seat.team === team && !seat.removed && seat.takenAt <= at,
      );
      const all = members.map(({ id }) => perQuestion.get(question.id)?.get(id) ?? 0);
      if (all.length > 0)
        teamSums[team] = (teamSums[team] ?? 0) + all.reduce((a, b) => a + b) / all.length;
    }
  }
  return { seats, teams: teamSums };
}

/** 1 − (t / T) / 2, with t counted event by event: what passed while the question was open and the lesson went on. */
function shareLeft(journal: StoredEvent[], question: Question, tappedAt: number): number {
  const last = journal.findLast(
    ({ event }) => event.type === 'questionOpened' && event.questionId === question.id,
  );
  const round = last?.event.type === 'questionOpened' ? last.event.round : 0;
  const from = journal.findIndex(
    ({ event }) =>
      event.type === 'questionOpened' && event.questionId === question.id && event.round === round,
  );
  let open = false;
  let since: number | null = null;
  let limit: number | null = null;
  const spans: [number, number][] = [];
  const stop = (at: number) => {
    if (since !== null) spans.push([since, Math.max(since, at)]);
    since = null;
  };
  const ranUntil = (moment: number) =>
    [...spans, ...(since === null ? [] : [[since, moment] as const])]
      .map(([start, end]) => Math.max(0, Math.min(end, moment) - start))
      .reduce((sum, ran) => sum + ran, 0);
  for (const { event, at } of journal.slice(from)) {
    if (event.type === 'questionOpened' && event.questionId === question.id) {
      limit = event.totalMs === null ? null : ranUntil(at) + event.totalMs;
      since = at;
      open = true;
    }
    // What was lost is the time right before.
    if (event.type === 'recovered' && since !== null) {
      stop(at - event.lostMs);
      since = at;
    }
    if (event.type === 'lessonPaused') stop(at);
    if (event.type === 'lessonResumed' && open) since ??= at;
    if (event.type === 'timerExtended' && event.questionId === question.id && limit !== null)
      limit += event.byMs;
    if (event.type === 'questionClosed' && event.questionId === question.id) {
      stop(at);
      open = false;
    }
  }
  const ranAtTap = Math.max(0, ranUntil(tappedAt));
  return limit === null ? 1 : 1 - Math.min(1, ranAtTap / limit) / 2;
}

describe('the rules, by the examples of docs/scoring.md:', () => {
  const speed = { scoring: 'speed' as const, streaks: true, leaderboard: true };
  const points = ({ state }: Played, seat = 'seat-1') => state.seats.get(seat)?.points;
  const keyed = (id: string, seconds: number | null): Question => ({
    id,
    kind: 'truefalse',
    text: 'Is it so?',
    points: 1,
    seconds,
    explanation: '',
    note: '',
    right: true,
  });

  function startWith(questions: Question[], settings: Partial<Play>): Played {
    const played = startSeated(true, settings);
    for (const question of questions)
      store(played, [{ type: 'questionAdded', question, position: 0 }]);
    return played;
  }
  const teacher = (played: Played, command: LessonCommand) =>
    expect(play(played, { as: 'teacher' }, command)).toBeNull();
  let sent = 0;
  function answer(
    played: Played,
    questionId: string,
    picked: boolean,
    seat = 'seat-1',
    at = played.now,
  ) {
    sent += 1;
    expect(
      play(
        played,
        { as: 'student', seatId: seat },
        {
          type: 'answer',
          commandId: `command-${sent}`,
          questionId,
          round: played.state.asked.get(questionId)?.round ?? 1,
          answer: { picked },
          tap: { at, awaySince: 0 },
        },
      ),
    ).toBeNull();
  }

  test('half of the time leaves three quarters of the points, and time that a pause took is no time', () => {
    const played = startWith([keyed('q', 20)], speed);
    teacher(played, { type: 'openQuestion', questionId: 'q' });
    played.now += 4000;
    teacher(played, { type: 'pauseLesson' });
    played.now += 60_000;
    teacher(played, { type: 'resumeLesson' });
    played.now += 6000;
    answer(played, 'q', true);
    played.now += 2000;
    answer(played, 'q', true, 'seat-2');
    teacher(played, { type: 'revealKey', questionId: 'q' });
    expect(points(played)).toBe(750);
    expect(points(played, 'seat-2')).toBe(700);
    expect(points(played, 'seat-3')).toBe(0);
  });

  test('more time makes the timer longer for everybody; without a timer speed does not count', () => {
    const played = startWith([keyed('q', 10), keyed('r', null)], { scoring: 'speed' });
    teacher(played, { type: 'openQuestion', questionId: 'q' });
    played.now += 5000;
    answer(played, 'q', true);
    teacher(played, { type: 'extendTimer', seconds: 10 });
    teacher(played, { type: 'revealKey', questionId: 'q' });
    expect(points(played)).toBe(875);
    teacher(played, { type: 'openQuestion', questionId: 'r' });
    played.now += 500_000;
    answer(played, 'r', true);
    teacher(played, { type: 'revealKey', questionId: 'r' });
    expect(points(played)).toBe(1875);
  });

  test('an answer that came late is timed by its tap, also after the reveal', () => {
    const played = startWith([keyed('q', 20)], speed);
    teacher(played, { type: 'openQuestion', questionId: 'q' });
    const opened = played.now;
    played.now += 15_000;
    teacher(played, { type: 'revealKey', questionId: 'q' });
    played.now += 90_000;
    answer(played, 'q', true, 'seat-1', opened + 8000);
    expect(points(played)).toBe(800);
    expect(played.state.game.ranking[0]?.id).toBe('seat-1');
  });

  test('rows of right answers earn 10 % to 50 %; a wrong one, none, or another key breaks them', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `q${index}`);
    const played = startWith(
      ids.map((id) => keyed(id, null)),
      { streaks: true },
    );
    for (const questionId of ids) {
      teacher(played, { type: 'openQuestion', questionId });
      answer(played, questionId, true);
      teacher(played, { type: 'revealKey', questionId });
    }
    // 8 and 0.1 + 0.2 + 0.3 + 0.4 + 0.5 + 0.5 + 0.5
    expect(points(played)).toBeCloseTo(10.5);
    teacher(played, { type: 'setKey', questionId: 'q3', key: { right: false } });
    // Rows of three and four: 7 and 0.1 + 0.2, 0.1 + 0.2 + 0.3
    expect(points(played)).toBeCloseTo(7.9);
    expect(played.state.seats.get('seat-1')?.streak).toBe(4);
    teacher(played, { type: 'openQuestion', questionId: 'q3' });
    // Asked anew it is out, and the row holds over the gap: 7 and 0.1 to 0.5, 0.5.
    expect(points(played)).toBeCloseTo(9);
  });

  test('a team has the mean of its members; who comes later weighs from the next question on', () => {
    const played = startWith([keyed('q', null), keyed('r', null)], {
      leaderboard: true,
      teams: { by: 'choice', names },
    });
    const join = (seat: string, team: number) =>
      expect(
        play(played, { as: 'student', seatId: seat }, { type: 'chooseTeam', team }),
      ).toBeNull();
    join('seat-1', 0);
    join('seat-2', 1);
    join('seat-3', 1);
    expect(play(played, { as: 'student', seatId: 'seat-3' }, { type: 'chooseTeam', team: 0 })).toBe(
      'team_chosen',
    );
    teacher(played, { type: 'openQuestion', questionId: 'q' });
    answer(played, 'q', true);
    answer(played, 'q', true, 'seat-2');
    teacher(played, { type: 'revealKey', questionId: 'q' });
    const teams = () => names.map((_, team) => teamPoints(played.state, team));
    expect(teams()).toEqual([1, 0.5, 0]);
    played.now += 1000;
    play(played, { as: 'door' }, { type: 'takeSeat', seatId: 'late', device: 'device-late' });
    join('late', 0);
    expect(teams()).toEqual([1, 0.5, 0]);
    teacher(played, { type: 'openQuestion', questionId: 'r' });
    answer(played, 'r', true, 'late');
    answer(played, 'r', true, 'seat-3');
    teacher(played, { type: 'revealKey', questionId: 'r' });
    expect(teams()).toEqual([1.5, 1, 0]);
    teacher(played, { type: 'moveSeat', seatId: 'seat-2', team: 2 });
    expect(teams()).toEqual([1.5, 1, 1]);
    teacher(played, { type: 'removeSeat', seatId: 'seat-1' });
    expect(teams()).toEqual([1, 1, 1]);
    teacher(played, { type: 'showBoard', board: 'podium' });
    const { board } = projectorView(played.state, played.now, presence, nameOf);
    expect(board?.rows.map(({ name, rank }) => [name, rank])).toEqual([
      ['Red', 1],
      ['Blue', 1],
      ['Green', 1],
    ]);
  });

  test('a draw is even, whoever leaves, and stands in the journal', () => {
    const played = startSeated(true, { teams: { by: 'draw', names } });
    for (let index = 0; index < 40; index += 1)
      play(
        played,
        { as: 'door' },
        { type: 'takeSeat', seatId: `more-${index * 7}`, device: `more-${index}` },
      );
    const sizes = [0, 1, 2].map((team) => played.state.game.teamSizes[team] ?? 0);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    const drawn = played.journal.flatMap(({ event }) =>
      event.type === 'seatTaken' ? [event.team] : [],
    );
    // Not simply one after the other.
    expect(drawn.slice(0, 12)).not.toEqual(drawn.slice(0, 12).map((_, index) => index % 3));
  });

  test('ties share a rank; movement is told since the last board; removed students stand on none', () => {
    const played = startWith([keyed('q', null), keyed('r', null)], { leaderboard: true });
    teacher(played, { type: 'openQuestion', questionId: 'q' });
    answer(played, 'q', true, 'seat-1');
    answer(played, 'q', true, 'seat-3');
    expect(play(played, { as: 'teacher' }, { type: 'showBoard', board: 'leaderboard' })).toBe(
      'question_not_closed',
    );
    teacher(played, { type: 'revealKey', questionId: 'q' });
    teacher(played, { type: 'showBoard', board: 'leaderboard' });
    const rows = () =>
      projectorView(played.state, played.now, presence, nameOf).board?.rows.map(
        ({ name, rank, before }) => [name, rank, before],
      );
    expect(rows()).toEqual([
      ['Name of seat-1', 1, null],
      ['Name of seat-3', 1, null],
    ]);
    expect(seatView(played.state, 'seat-2', nameOf).game?.place).toEqual({
      rank: 3,
      of: 3,
      points: 0,
      toNext: 1,
    });
    teacher(played, { type: 'openQuestion', questionId: 'r' });
    expect(studentView(played.state, played.now).board).toBeUndefined();
    answer(played, 'r', true, 'seat-3');
    teacher(played, { type: 'revealKey', questionId: 'r' });
    teacher(played, { type: 'removeSeat', seatId: 'seat-2' });
    teacher(played, { type: 'showBoard', board: 'leaderboard' });
    expect(rows()).toEqual([
      ['Name of seat-3', 1, 1],
      ['Name of seat-1', 2, 1],
    ]);
    teacher(played, { type: 'goTo', questionId: 'r' });
    expect(rows()).toBeUndefined();
  });

  test('an anonymous lesson has no board of students, and a plain lesson says nothing of a game', () => {
    const plain = startSeated();
    expect(play(plain, { as: 'teacher' }, { type: 'showBoard', board: 'podium' })).toBe(
      'not_in_this_lesson',
    );
    expect(teacherView(plain.state, 0, presence).game).toBeUndefined();
    expect(seatView(plain.state, 'seat-1', nameOf).game).toBeUndefined();
    plain.state.settings = {
      ...plain.state.settings,
      identity: 'anonymous',
      play: { leaderboard: true },
    };
    expect(play(plain, { as: 'teacher' }, { type: 'showBoard', board: 'podium' })).toBe(
      'not_in_this_lesson',
    );
  });

  test('teams have two to eight names, all different', () => {
    const fits = (given: string[]) =>
      playSchema.safeParse({ teams: { by: 'draw', names: given } }).success;
    expect(fits(['Red', 'Blue'])).toBe(true);
    expect(fits(['Red'])).toBe(false);
    expect(fits(['Red', ' red '])).toBe(false);
    expect(fits(['Red', ' '])).toBe(false);
    expect(fits(['Red', 'x'.repeat(25)])).toBe(false);
    expect(fits(Array.from({ length: 9 }, (_, index) => `Team ${index}`))).toBe(false);
  });
});
