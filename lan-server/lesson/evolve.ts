import { answered, answeredTooLate } from './answering.ts';
import { freshlyAsked } from './asked.ts';
import type { StoredEvent } from './events.ts';
import { joinTeam, showBoard } from './game.ts';
import { keySet } from './keys.ts';
import { moderated } from './moderation.ts';
import { evolveWork } from './pacing.ts';
import { evolveQa } from './qa.ts';
import { evolveRoster } from './roster.ts';
import { rosterOf } from './roster-state.ts';
import { closed, opened, revealed, skipped, talkedOver, wentTo } from './rounds.ts';
import { deviceJoined, deviceLetIn, seatRemoved, seatRestored, seatTaken } from './seats.ts';
import type { LessonState } from './state.ts';
import { askedOf, emptyLesson, seatOf } from './state.ts';
import { extended, paused, recovered, resumed } from './timers.ts';

/** Folds one event into the state, in place. Events come from the journal and are taken as true. */
export function evolve(state: LessonState, stored: StoredEvent): void {
  const { event, at } = stored;
  state.seq = stored.seq;
  switch (event.type) {
    case 'started':
      state.id = event.lessonId;
      state.title = event.title;
      state.subject = event.subject;
      state.code = event.code;
      state.settings = event.settings;
      state.startedAt = at;
      state.roster = event.roster ? rosterOf(event.roster) : null;
      state.order = event.questions.map((question) => question.id);
      state.asked = new Map(
        event.questions.map((question) => [question.id, freshlyAsked(question)]),
      );
      return;
    case 'seatTaken':
      seatTaken(state, event, at);
      return;
    case 'deviceJoined':
      deviceJoined(state, event);
      return;
    case 'deviceLetIn':
      deviceLetIn(state, event, stored.seq);
      return;
    case 'seatRemoved':
      seatRemoved(state, event);
      return;
    case 'seatRestored':
      seatRestored(state, event);
      return;
    case 'doorLocked':
      state.locked = event.locked;
      return;
    case 'seatsAdded':
    case 'seatClaimed':
    case 'claimEnded':
    case 'attendanceMarked':
      evolveRoster(state, event, stored.seq);
      return;
    case 'teamJoined':
      joinTeam(state, seatOf(state, event.seatId), event.team);
      return;
    case 'answered':
      answered(state, event, at);
      return;
    case 'answerTooLate':
      answeredTooLate(state, event, at);
      return;
    case 'wentTo':
      wentTo(state, event, at);
      return;
    case 'questionOpened':
      opened(state, event, at);
      return;
    case 'questionClosed':
      closed(state, event, at);
      return;
    case 'discussionStarted':
      talkedOver(state, event, at);
      return;
    case 'keyRevealed':
      revealed(state, event, at);
      return;
    case 'questionSkipped':
      skipped(state, event);
      return;
    case 'questionsReordered':
      state.order = event.order;
      return;
    case 'questionAdded':
      state.asked.set(event.question.id, freshlyAsked(event.question));
      state.order = state.order.toSpliced(event.position, 0, event.question.id);
      return;
    case 'keySet':
      keySet(state, event);
      return;
    case 'cardModerated':
    case 'cardsTurned':
      moderated(askedOf(state, event.questionId), event, at);
      return;
    case 'posted':
    case 'postVoted':
    case 'postSet':
    case 'postShown':
      evolveQa(state, event, at);
      return;
    case 'wallSet':
      state.wall = event.wall;
      return;
    case 'boardShown':
      state.wall = { ...state.wall, blank: false, join: false };
      showBoard(state, event.board);
      return;
    case 'boardHidden':
      state.game.board = null;
      return;
    case 'workOpened':
    case 'workExtended':
    case 'workClosed':
    case 'workReleased':
    case 'handedIn':
    case 'takenBack':
      evolveWork(state, event, at);
      return;
    case 'timerExtended':
      extended(state, event, at);
      return;
    case 'lessonPaused':
      paused(state, at);
      return;
    case 'lessonResumed':
      resumed(state, at);
      return;
    case 'recovered':
      recovered(state, event.lostMs, at);
      return;
    case 'ended':
      state.status = 'ended';
      state.endedAt = at;
      return;
    case 'seatsErased':
    case 'unreadable':
      return;
    default:
      event satisfies never;
  }
}

/**
 * A lesson folded from its journal: the only way back after a restart. An event that does not fit what came before throws,
 * or is left out where `unfit` is given, which is told.
 */
export function fold(
  events: Iterable<StoredEvent>,
  unfit?: (stored: StoredEvent, error: unknown) => void,
): LessonState {
  const state = emptyLesson();
  for (const stored of events) {
    try {
      evolve(state, stored);
    } catch (error) {
      if (!unfit) throw error;
      unfit(stored, error);
    }
  }
  return state;
}
