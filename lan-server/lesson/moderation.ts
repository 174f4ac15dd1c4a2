import type { SeatId } from '../contract/ids.ts';
import type { TeacherCommand } from '../contract/commands.ts';
import { mostCardsFetched } from '../contract/moderation.ts';
import type { CardList, Cards, CardStanding } from '../contract/moderation.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Answer } from '../questions/index.ts';
import type { Asked } from './asked.ts';
import { boardOf } from './card-board.ts';
import type { CardEvent } from './card-events.ts';
import type { CardMark } from './card-events.ts';
import type { LessonState } from './state.ts';

/**
 * The moderated wall of an open question. What the teacher decides about an answer is an event; which answers the wall shows
 * follows from those and from the question's rule. Names are nowhere in it.
 */

type OneCard = CardMark & { seatId: SeatId; text: string; answeredAt: number };

function isOpen({ question }: Asked): boolean {
  return question.kind === 'opentext';
}

function textOf(answer: Answer): string {
  return 'text' in answer ? answer.text : '';
}

/** An answer's standing: what was decided, or what the question's rule says. */
export function markOf({ question, cards }: Asked, seatId: SeatId, answeredAt: number): CardMark {
  const atOnce = question.kind === 'opentext' && question.show === 'atOnce';
  return (
    cards.get(seatId) ?? {
      standing: atOnce ? 'shown' : 'waiting',
      starred: false,
      heading: '',
      at: answeredAt,
    }
  );
}

/** Decides about one answer; refused where it was changed since the teacher saw it. */
export function moderate(
  asked: Asked,
  command: Extract<TeacherCommand, { type: 'moderateCard' }>,
): CardEvent[] | Rejection {
  const { seatId, answeredAt } = command;
  const counted = asked.answers.get(seatId);
  if (!isOpen(asked) || !counted) return reject('answer_unknown');
  if (counted.at !== answeredAt) return reject('answer_changed');
  const before = markOf(asked, seatId, answeredAt);
  const {
    standing = before.standing,
    starred = before.starred,
    heading = before.heading,
  } = command;
  if (standing === before.standing && starred === before.starred && heading === before.heading)
    return [];
  const { question, round } = asked;
  const now = { standing, starred, heading };
  return [{ type: 'cardModerated', questionId: question.id, round, seatId, ...now }];
}

/** Turns the wall to another page. */
export function turn(asked: Asked, page: number): CardEvent[] | Rejection {
  if (!isOpen(asked)) return reject('answer_unknown');
  return page === asked.cardPage
    ? []
    : [{ type: 'cardsTurned', questionId: asked.question.id, page }];
}

/** Folds one event into its question. */
export function moderated(asked: Asked, event: CardEvent, at: number): void {
  switch (event.type) {
    case 'cardModerated': {
      if (event.round !== asked.round) return;
      const { standing, starred, heading, seatId } = event;
      const before = markOf(asked, seatId, asked.answers.get(seatId)?.at ?? at);
      const came = standing === 'shown' && before.standing !== 'shown';
      asked.cards.set(seatId, { standing, starred, heading, at: came ? at : before.at });
      return;
    }
    case 'cardsTurned':
      asked.cardPage = event.page;
      return;
    default:
      event satisfies never;
  }
}

/**
 * A seat answers: what was let through was another text, so that nobody can put something on the wall behind the teacher's
 * back. What was hidden stays hidden.
 */
export function forgetMark(asked: Asked, seatId: SeatId, answer: Answer): void {
  const mark = asked.cards.get(seatId);
  const before = asked.answers.get(seatId);
  if (!mark || (before && textOf(before.answer) === textOf(answer))) return;
  if (mark.standing === 'hidden') asked.cards.set(seatId, { ...mark, starred: false, heading: '' });
  else asked.cards.delete(seatId);
}

/** A new round begins with no answers, so with nothing decided about them. */
export function noCards(): Pick<Asked, 'cards' | 'cardPage'> {
  return { cards: new Map(), cardPage: 0 };
}

function allCards(state: LessonState, asked: Asked): OneCard[] {
  const all: OneCard[] = [];
  for (const [seatId, { answer, at }] of asked.answers) {
    if (state.seats.get(seatId)?.removed) continue;
    all.push({ ...markOf(asked, seatId, at), seatId, text: textOf(answer), answeredAt: at });
  }
  return all;
}

/** The page that the wall shows; null for questions of other kinds. */
export function wallCards(state: LessonState, asked: Asked) {
  if (!isOpen(asked)) return null;
  const shown = allCards(state, asked).filter(({ standing }) => standing === 'shown');
  return boardOf(shown, asked.cardPage);
}

/** What the console is told in each frame; null for questions of other kinds. */
export function cardCounts(state: LessonState, asked: Asked): Cards | null {
  const board = wallCards(state, asked);
  if (!board) return null;
  const counts = { waiting: 0, shown: 0, hidden: 0 };
  for (const { standing } of allCards(state, asked)) counts[standing] += 1;
  return { ...counts, page: board.page, pages: board.pages, version: state.seq };
}

/** Some of the answers with one standing, the newest first. */
export function cardList(
  state: LessonState,
  asked: Asked,
  standing: CardStanding,
  from: number,
): CardList {
  const all = isOpen(asked) ? allCards(state, asked) : [];
  const found = all
    .filter((card) => card.standing === standing)
    .sort((a, b) => b.answeredAt - a.answeredAt);
  const headings = [...new Set(all.map(({ heading }) => heading))].filter(Boolean);
  return {
    total: found.length,
    cards: found.slice(from, from + mostCardsFetched).map((card) => ({
      seatId: card.seatId,
      text: card.text,
      answeredAt: card.answeredAt,
      standing: card.standing,
      starred: card.starred,
      heading: card.heading,
    })),
    headings: headings.slice(0, 50),
  };
}
