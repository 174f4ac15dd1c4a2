import type { DeviceConflict } from '../contract/api.ts';
import type { LessonRecord } from '../ports.ts';
import { answerText } from './answer-text.ts';

/** Students whose devices answered a question differently, with what each said; devices are counted from 1. */
export function conflictsIn({ questions, deviceAnswers = [] }: LessonRecord): DeviceConflict[] {
  const byId = new Map(questions.map(({ question }) => [question.id, question]));
  // Ids hold no space, so the pair is one key.
  const groups = Map.groupBy(deviceAnswers, ({ questionId, seatId }) => `${questionId} ${seatId}`);
  return [...groups.values()].flatMap((said) => {
    const [first] = said;
    const question = first && byId.get(first.questionId);
    if (!first || !question) return [];
    const answers = said.map(({ device, answer, at }) => ({
      device: device + 1,
      at,
      ...answerText(question, answer),
    }));
    return [{ seatId: first.seatId, questionId: first.questionId, answers }];
  });
}
