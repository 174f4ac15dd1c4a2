import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { watchForBugs } from '../../lan-server/last-words.ts';

test.each(['uncaughtException', 'unhandledRejection'])(
  'a bug that nobody caught (%s) goes into the log, and then the program ends',
  (event) => {
    const program = new EventEmitter();
    const order: string[] = [];
    watchForBugs({
      log: { info() {}, warn() {}, error: (_fields, message) => void order.push(message) },
      end: (error) => void order.push(String(error)),
      on: program as NodeJS.Process,
    });
    program.emit(event, new Error('a bug'));
    expect(order).toEqual(['A bug ended the program.', 'Error: a bug']);
  },
);
