import type { Answer } from '../../../lan-server/questions/index.ts';
import type { WorkItem } from './items.ts';

/** What a student can do with their work. */
export type WorkActs = {
  answerTo: (item: WorkItem, answer: Answer) => void;
  handIn: () => void;
  takeBack: () => void;
  tryNow: () => void;
  leave: () => void;
};
