import type { Actor } from '../contract/commands.ts';
import type { SeatId } from '../contract/ids.ts';
import type { PostStanding, StudentPost, TeacherPost } from '../contract/qa.ts';
import { reject } from '../contract/rejections.ts';
import type { Decision, QaCommand } from './commands.ts';
import { playOf } from './events.ts';
import type { LessonEvent } from './events.ts';
import type { Post, QaEvent } from './posts.ts';
import type { LessonState } from './state.ts';

/** Students' questions to the teacher: who may ask, see, vote and moderate. */

/** More than this nobody can read; who writes more wants to fill the disk. */
const mostPosts = 500;
const mostOfASeat = 20;
/** What is told at once of them: to a phone, to the console. */
const mostOnPhone = 40;
const mostOnConsole = 100;

/** What a command about students' questions does; the caller has checked that the lesson goes on. */
export function decideQa(state: LessonState, actor: Actor, command: QaCommand): Decision {
  const { qa } = state;
  const rule = playOf(state.settings).qa;
  if (rule === 'off') return reject('not_in_this_lesson');
  const post = command.postId === null ? undefined : qa.posts.get(command.postId);
  switch (command.type) {
    case 'post': {
      const seatId = seatedAs(state, actor);
      if (seatId === null) return reject('seat_removed');
      // A retry.
      if (post) return post.seatId === seatId ? [] : reject('forbidden');
      if (command.text === '') return reject('bad_request');
      const own = [...qa.posts.values()].filter((one) => one.seatId === seatId).length;
      if (qa.posts.size >= mostPosts || own >= mostOfASeat) return reject('too_many');
      const { postId, text } = command;
      return [
        { type: 'posted', postId, seatId, text, standing: rule === 'open' ? 'shown' : 'waits' },
      ];
    }
    case 'votePost': {
      const seatId = seatedAs(state, actor);
      if (seatId === null) return reject('seat_removed');
      if (!post || !isInSight(post)) return reject('not_found');
      if (post.seatId === seatId) return reject('forbidden');
      return post.votes.has(seatId) === command.on
        ? []
        : [{ type: 'postVoted', postId: post.id, seatId, on: command.on }];
    }
    case 'setPost': {
      if (!post) return reject('not_found');
      if (post.standing === command.standing) return [];
      const set: LessonEvent = {
        type: 'postSet',
        postId: post.id,
        standing: command.standing,
      };
      const gone = command.standing === 'hidden' || command.standing === 'waits';
      return qa.onWall === post.id && gone ? [{ type: 'postShown', postId: null }, set] : [set];
    }
    case 'showPost':
      if (command.postId !== null && !post) return reject('not_found');
      if (qa.onWall === command.postId) return [];
      return post && !isInSight(post)
        ? // What the class reads on the wall it may read on its phones.
          [
            { type: 'postSet', postId: post.id, standing: 'shown' },
            { type: 'postShown', postId: post.id },
          ]
        : [{ type: 'postShown', postId: command.postId }];
    default:
      return command satisfies never;
  }
}

/** Folds one event about students' questions, in place. */
export function evolveQa({ qa }: LessonState, event: QaEvent, at: number): void {
  switch (event.type) {
    case 'posted': {
      const { postId: id, seatId, text, standing } = event;
      qa.posts.set(id, { id, seatId, text, at, standing, votes: new Set() });
      return;
    }
    case 'postVoted': {
      const votes = qa.posts.get(event.postId)?.votes;
      if (event.on) votes?.add(event.seatId);
      else votes?.delete(event.seatId);
      return;
    }
    case 'postSet': {
      const post = qa.posts.get(event.postId);
      if (post) post.standing = event.standing;
      return;
    }
    case 'postShown':
      qa.onWall = event.postId;
      return;
    default:
      event satisfies never;
  }
}

/** What a phone may read: what the class sees, and its own. Bounded; the most wanted first, answered ones last. */
export function studentPosts(state: LessonState, seatId: SeatId): StudentPost[] {
  return [...state.qa.posts.values()]
    .filter((post) => presentIn(state, post) && (isInSight(post) || post.seatId === seatId))
    .toSorted(byUrgency)
    .slice(0, mostOnPhone)
    .map(({ id, text, votes, standing, seatId: by }) => ({
      id,
      text,
      votes: votes.size,
      standing,
      own: by === seatId,
      voted: votes.has(seatId),
    }));
}

/** What the console lists: what waits for the teacher first. */
export function teacherPosts(state: LessonState): TeacherPost[] {
  return [...state.qa.posts.values()]
    .filter((post) => presentIn(state, post))
    .toSorted(
      (a, b) => Number(b.standing === 'waits') - Number(a.standing === 'waits') || byUrgency(a, b),
    )
    .slice(0, mostOnConsole)
    .map(({ id, text, votes, standing, at }) => ({ id, text, votes: votes.size, standing, at }));
}

/** The question that stands on the wall; null: none. */
export function postOnWall(state: LessonState): { text: string; votes: number } | null {
  const post = state.qa.onWall === null ? undefined : state.qa.posts.get(state.qa.onWall);
  return post && presentIn(state, post) ? { text: post.text, votes: post.votes.size } : null;
}

const ranks: Record<PostStanding, number> = { shown: 0, waits: 0, answered: 1, hidden: 2 };

function byUrgency(a: Post, b: Post): number {
  return ranks[a.standing] - ranks[b.standing] || b.votes.size - a.votes.size || b.at - a.at;
}

function isInSight({ standing }: Post): boolean {
  return standing === 'shown' || standing === 'answered';
}

/** What a removed student wrote goes with them. */
function presentIn(state: LessonState, { seatId }: Post): boolean {
  return state.seats.get(seatId)?.removed === false;
}

function seatedAs(state: LessonState, actor: Actor): SeatId | null {
  if (actor.as !== 'student') return null;
  return state.seats.get(actor.seatId)?.removed === false ? actor.seatId : null;
}
