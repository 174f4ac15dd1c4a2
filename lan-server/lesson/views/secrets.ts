import { kindOf, takesAnswers } from '../../questions/index.ts';
import type { Picture } from '../../questions/index.ts';
import { moreExplanation } from '../../questions/words.ts';
import type { Asked, Progress } from '../asked.ts';
import type { LessonSettings } from '../events.ts';
import { wallCards } from '../moderation.ts';
import { feedsBackNow } from '../pacing.ts';
import { comparison } from '../peer.ts';
import type { LessonState } from '../state.ts';

/**
 * What an audience may know of a question. Its secrets leave the lesson through this file alone: the other views take from here what
 * they tell of it. Key and explanation, and pictures that say what is right, appear for students and wall only in `revealed`, which a
 * caller has to show (`Revealed`). With feedback at once, key and explanation reach the one seat whose answer to that question
 * stands and is final. The console is the teacher's, who may know all of it at any time.
 */

/** How a question stands whose key everybody may see. */
export type Revealed = Extract<Progress, { phase: 'revealed' }>;

/** The question without key, explanation and note: for everybody, at any time. */
export function publicly({ round, question }: Asked) {
  return { round, question: kindOf(question).redact(question) };
}

/** Key and explanation. */
export function shown(asked: Asked, _is: Revealed) {
  return keyOf(asked);
}

/** The same with how the class has answered. */
export function revealed(asked: Asked, is: Revealed) {
  return { ...shown(asked, is), picture: pictureForTeacher(asked) };
}

/** The same for the wall. */
export function revealedOnWall(state: LessonState, asked: Asked, is: Revealed) {
  return { ...shown(asked, is), picture: withCards(state, asked, pictureForTeacher(asked)) };
}

/** The first vote beside the last, as the wall compares them; nothing where there was one alone. */
export function comparedOnWall(asked: Asked, _is: Revealed) {
  return comparedForTeacher(asked);
}

/** What the wall may show before the reveal: nothing that says what is right. */
export function unkeyedPicture(state: LessonState, asked: Asked): Picture {
  const { question, tally } = asked;
  const kind = kindOf(question);
  return withCards(state, asked, (kind.unkeyedPicture ?? kind.picture)(question, tally));
}

/**
 * With feedback at once: what gives key and explanation to a seat whose answer to the question stands, and is final therefore. null
 * in a lesson that waits for the reveal.
 */
export function shownAtOnce(settings: LessonSettings): typeof keyOf | null {
  return feedsBackNow(settings) ? keyOf : null;
}

/** How the class has answered; for the console it may say what is right before everybody knows. */
export function pictureForTeacher({ question, tally }: Asked): Picture {
  return kindOf(question).picture(question, tally);
}

/** The first vote beside the current one; nothing where there was one alone. For the console, as above. */
export function comparedForTeacher(asked: Asked) {
  const compared = comparison(asked);
  return compared && { compared };
}

function keyOf({ question }: Asked) {
  // A slide has nothing to explain.
  const asks = takesAnswers(question);
  const more = asks ? moreExplanation(question) : undefined;
  return {
    key: kindOf(question).key(question),
    explanation: asks ? question.explanation : '',
    ...(more && { moreExplanation: more }),
  };
}

/** The wall alone sees what students wrote to an open question, and of that what the teacher lets through. */
function withCards(state: LessonState, asked: Asked, picture: Picture): Picture {
  const board = wallCards(state, asked);
  return board === null ? picture : { ...picture, board };
}
