import type { TeacherCommand } from '../contract/commands.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { kindOf } from '../questions/index.ts';
import type { Question } from '../questions/index.ts';
import type { LessonEvent } from './events.ts';

/**
 * A typed answer that the teacher accepts after all, or not any more: the key with it, as any other key that is set. Made from the
 * key as it stands, so that two that are accepted at once both count.
 */
export function acceptAnswer(
  question: Question,
  { part, text, accept }: Extract<TeacherCommand, { type: 'acceptAnswer' }>,
): LessonEvent[] | Rejection {
  const kind = kindOf(question);
  if (!kind.keyAccepting) return reject('key_does_not_fit');
  const key = kind.keyAccepting(question, { part, text, accept });
  if (key === undefined) return [];
  if (kind.withKey(question, key) === null) return reject('key_does_not_fit');
  return [{ type: 'keySet', questionId: question.id, key }];
}
