import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendanceOf } from '../../../lan-server/contract/attendance.ts';
import { emptyLesson } from '../../../lan-server/lesson/state.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import { attendanceIn } from '../../../lan-server/lesson/attendance.ts';
import { pickStanding } from '../../../lan-server/lesson/roster.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { studentView } from '../../../lan-server/lesson/views/student.ts';
import { projectorView } from '../../../lan-server/lesson/views/wall.ts';
import type { LessonCommand } from '../../../lan-server/lesson/commands.ts';
import type { Actor } from '../../../lan-server/contract/commands.ts';
import type { Play } from '../../../lan-server/contract/play.ts';
import { findNames } from '../../../lan-server/people/name-search.ts';
import { play, questions, store } from './commands.ts';
import type { Played } from './commands.ts';

const list = ['seat-1', 'seat-2', 'seat-3', 'seat-4'];
const devices = ['device-a', 'device-b', 'device-c', 'device-d', 'device-e'];
const presence = { here: 0, isHere: () => true, goneAt: () => null, holdsSince: () => null };
const question = questions.find(({ kind }) => kind === 'choice');
if (!question) throw new Error('no choice');

function begin(settings: Partial<Play> = {}): Played {
  const played: Played = { state: emptyLesson(), journal: [], now: 1_000_000 };
  store(played, [
    {
      type: 'started',
      lessonId: 'lesson-1',
      title: '',
      subject: '',
      code: '4827',
      settings: { identity: 'roster', changes: true, play: settings },
      questions: [question as (typeof questions)[number]],
      roster: list,
    },
  ]);
  return played;
}

const door: Actor = { as: 'door' };
const teacher: Actor = { as: 'teacher' };
const seat = fc.constantFrom(...list, 'no-such-seat');
const device = fc.constantFrom(...devices);

const steps: fc.Arbitrary<{ actor: Actor; command: LessonCommand }>[] = [
  fc
    .record({ seatId: seat, device, proved: fc.boolean(), ask: fc.boolean() })
    .map((how) => ({ actor: door, command: { type: 'pickSeat', ...how } })),
  device.map((of) => ({ actor: door, command: { type: 'callOff', device: of } })),
  fc.tuple(device, fc.uuid()).map(([of, seatId]) => ({
    actor: door,
    command: { type: 'takeSeat', seatId, device: of },
  })),
  fc
    .integer({ min: 1, max: 40 })
    .map((claim) => ({ actor: teacher, command: { type: 'admitClaim', claim } })),
  fc
    .integer({ min: 1, max: 40 })
    .map((claim) => ({ actor: teacher, command: { type: 'refuseClaim', claim } })),
  seat.map((seatId) => ({ actor: teacher, command: { type: 'removeSeat', seatId } })),
  seat.map((seatId) => ({ actor: teacher, command: { type: 'restoreSeat', seatId } })),
  fc
    .record({
      seatId: seat,
      mark: fc.constantFrom('present', 'late', 'absent', 'excused', null),
      minutes: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    })
    .map((mark) => ({ actor: teacher, command: { type: 'markAttendance', ...mark } })),
  fc.constant({ actor: teacher, command: { type: 'addSeats', seats: ['seat-5'] } }),
  fc.constant({ actor: teacher, command: { type: 'openQuestion', questionId: question.id } }),
  fc
    .record({ seatId: seat, from: device, picked: fc.integer({ min: 0, max: 1 }), id: fc.uuid() })
    .map(({ seatId, from, picked, id }) => ({
      actor: { as: 'student', seatId },
      command: {
        type: 'answer',
        commandId: id,
        questionId: question.id,
        round: 1,
        answer: { picked },
        device: from,
      },
    })),
];

describe('a lesson with a list of names', () => {
  test('whatever is asked in whatever order, the fold is the live state, a device is of one seat, a seat of its devices', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Play['devices']>('newest', 'first'),
        fc.array(fc.oneof(...steps), { maxLength: 60 }),
        (rule, commands) => {
          const played = begin({ devices: rule });
          for (const { actor, command } of commands) {
            played.now += 30_000;
            play(played, actor, command);
          }
          const { state } = played;
          expect(fold(played.journal)).toEqual(state);
          const roster = state.roster;
          if (!roster) throw new Error('the list is gone');
          for (const [of, seatId] of state.byDevice) {
            expect(state.seats.get(seatId)?.devices).toContain(of);
            // Who has a seat waits for none.
            expect(roster.claims.has(of)).toBe(false);
          }
          const view = teacherView(state, played.now, presence);
          expect(view.roster?.attendance).toHaveLength(roster.seats.length);
          for (const [place, seatId] of roster.seats.entries()) {
            const one = attendanceIn(state, seatId);
            const letter = view.roster?.attendance.charAt(place) ?? '';
            expect(letter === letter.toUpperCase()).toBe(one?.marked);
            // Nobody is absent who has a seat, unless the teacher says so.
            if (state.seats.get(seatId)?.removed === false && !one?.marked)
              expect(one?.status).not.toBe('absent');
          }
          // One seat, one counted answer, whatever its devices say.
          const asked = state.asked.get(question.id);
          let counted = 0;
          for (const seatId of asked?.answers.keys() ?? [])
            if (state.seats.get(seatId)?.removed === false) counted += 1;
          expect(asked?.answered).toBe(counted);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('neither phones nor the wall are told of seats that nobody has taken, of claims or of attendance', () => {
    const played = begin();
    play(played, door, {
      type: 'pickSeat',
      seatId: 'seat-1',
      device: 'device-a',
      proved: false,
      ask: false,
    });
    play(played, door, {
      type: 'pickSeat',
      seatId: 'seat-1',
      device: 'device-b',
      proved: false,
      ask: false,
    });
    const nameOf = (seatId: string) => `name of ${seatId}`;
    const told = JSON.stringify([
      studentView(played.state, played.now),
      projectorView(played.state, played.now, presence, nameOf),
      seatView(played.state, 'seat-1', nameOf),
    ]);
    for (const secret of ['seat-2', 'seat-3', 'seat-4', 'device-', 'attendance', 'claim'])
      expect(told).not.toContain(secret);
    expect(pickStanding(played.state, 'device-b')).toBe('asked');
  });

  test('is asked three times at most by a device that was refused', () => {
    const played = begin();
    const pick = (of: string) =>
      play(played, door, {
        type: 'pickSeat',
        seatId: 'seat-1',
        device: of,
        proved: false,
        ask: false,
      });
    pick('device-a');
    for (let times = 0; times < 3; times += 1) {
      expect(pick('device-b')).toBeNull();
      play(played, teacher, { type: 'refuseClaim', claim: played.state.seq });
    }
    expect(pick('device-b')).toBe('forbidden');
  });
});

describe('attendance', () => {
  const startedAt = 1_000_000;
  const of = (
    minutes: number | null,
    marked: Parameters<typeof attendanceOf>[0]['marked'] = null,
  ) =>
    attendanceOf({
      startedAt,
      arrivedAt: minutes === null ? null : startedAt + minutes * 60_000,
      graceMinutes: 5,
      marked,
    });

  test('is present within the grace time, late with the minutes since the start after it, absent without a seat', () => {
    expect(of(0)).toEqual({ status: 'present', minutes: null, marked: false });
    expect(of(5)).toMatchObject({ status: 'present' });
    expect(of(5.5)).toEqual({ status: 'late', minutes: 5, marked: false });
    expect(of(12.9)).toMatchObject({ status: 'late', minutes: 12 });
    expect(of(null)).toEqual({ status: 'absent', minutes: null, marked: false });
  });

  test('is what the teacher says', () => {
    expect(of(null, { mark: 'present', minutes: null })).toMatchObject({ status: 'present' });
    expect(of(20, { mark: 'excused', minutes: null })).toMatchObject({ minutes: null });
    expect(of(20, { mark: 'late', minutes: 3 })).toMatchObject({ status: 'late', minutes: 3 });
    expect(of(20, { mark: 'late', minutes: null })).toMatchObject({ minutes: 20 });
  });
});

test('a name is found by the beginnings of its words, whatever their accents; long lists are never told whole', () => {
  const student = (name: string, at = 0) => ({
    studentId: `${name}-${at}`,
    name,
    number: String(at),
    avatar: 'seed',
    pin: null,
  });
  const few = ['Åsa Öberg', 'José María Ruiz', 'Ana', 'Ana'].map(student);
  const found = (of: typeof few, text: string) => findNames(of, text, () => 'none');
  expect(found(few, 'jose ru').names.map(({ name }) => name)).toEqual(['José María Ruiz']);
  expect(found(few, 'ose').names).toEqual([]);
  expect(found(few, 'asa').names).toHaveLength(1);
  // Two of one name are told by the school's number.
  expect(found(few, 'ana').names.map(({ number }) => number)).toEqual(['2', '3']);
  expect(found(few, '').names).toHaveLength(4);
  const many = Array.from({ length: 200 }, (_, at) => student('Ana', at));
  expect(found(many, '')).toEqual({ names: [], more: true });
  expect(found(many, 'an').names).toHaveLength(30);
});
