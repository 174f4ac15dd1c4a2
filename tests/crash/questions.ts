import { kindNamed, kindNames } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';

/** A lesson with every kind of question: long timers, short ones that run out while the program is gone, and none. */
export function crashQuestions(): Question[] {
  const seconds = [5, 30, null, 12, 60];
  return [1, 2].flatMap((turn) =>
    kindNames.map((name, index) => ({
      ...(kindNamed(name).fixtures[0]?.question as Question),
      id: `question-${name}-${turn}`,
      seconds: seconds[(index + turn) % seconds.length] ?? null,
    })),
  );
}
