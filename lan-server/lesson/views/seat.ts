import type { SeatView } from '../../contract/frames.ts';
import type { SeatId } from '../../contract/ids.ts';
import type { SeatWork } from '../../contract/work.ts';
import { kindOf } from '../../questions/index.ts';
import type { Asked, CountedAnswer } from '../asked.ts';
import { ownGame } from '../boards.ts';
import { tidy } from '../scoring.ts';
import type { LessonState } from '../state.ts';
import { currentAsked } from '../state.ts';
import type { NameOf } from './people.ts';
import { shownAtOnce } from './secrets.ts';

/** What one seat alone may know: its own counted answer, and after the reveal its own result. */
export function seatView(state: LessonState, seatId: SeatId, nameOf: NameOf): SeatView {
  const seat = state.seats.get(seatId);
  const asked = currentAsked(state);
  const counted = asked?.answers.get(seatId);
  const earned = asked?.earned?.get(seatId);
  const game = seat && ownGame(state, seat);
  const at = asked && counted ? { questionId: asked.question.id, round: asked.round } : null;
  return {
    seatId,
    name: nameOf(seatId),
    removed: seat?.removed ?? false,
    ...(seat?.waits && { waits: true }),
    points: tidy(seat?.points ?? 0),
    answer: at && counted ? { ...at, ...said(counted) } : null,
    ...firstOf(asked, seatId),
    result:
      at && asked?.progress.phase === 'revealed' && counted
        ? {
            ...at,
            right: kindOf(asked.question).grade(asked.question, counted.answer)?.right ?? null,
            points: tidy(earned ? earned.base + earned.bonus : 0),
            total: tidy(seat?.points ?? 0),
            ...(earned && earned.bonus > 0 && { bonus: tidy(earned.bonus) }),
          }
        : null,
    ...(game && { game }),
    ...seatWorkOf(state, seatId),
  };
}

/** What it may know of its own work. With feedback at once, its results are told from its answers on. */
function seatWorkOf(state: LessonState, seatId: SeatId): { work?: SeatWork } {
  if (state.work === null) return {};
  const answers: SeatWork['answers'] = [];
  const results: SeatWork['results'] = [];
  const atOnce = shownAtOnce(state.settings);
  for (const asked of state.asked.values()) {
    const counted = asked.answers.get(seatId);
    if (!counted) continue;
    const { question, round } = asked;
    const about = { questionId: question.id, round };
    answers.push({ ...about, answer: counted.answer, at: counted.at });
    const released = asked.progress.phase === 'revealed';
    if (!released && !atOnce) continue;
    const grade = kindOf(question).grade(question, counted.answer);
    results.push({
      ...about,
      right: grade?.right ?? null,
      points: tidy((grade?.credit ?? 0) * question.points),
      ...(!released && atOnce && { shown: atOnce(asked) }),
    });
  }
  return { work: { handedIn: state.work.handedIn.has(seatId), answers, results } };
}

function said({ answer, at, sure }: CountedAnswer) {
  return { answer, at, ...(sure !== undefined && { sure }) };
}

/** What this seat answered first, where there was a vote before this one. */
function firstOf(asked: Asked | null, seatId: SeatId) {
  const before = asked?.first?.answers.get(seatId);
  if (!asked?.first || !before) return null;
  const { question, first } = asked;
  return { first: { questionId: question.id, round: first.round, answer: before.answer } };
}
