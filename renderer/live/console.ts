import { useState, useSyncExternalStore } from 'react';
import type { Ack, TeacherCommand } from '../../lan-server/contract/commands.ts';
import type { PlanFrame, RosterFrame, TeacherFrame } from '../../lan-server/contract/frames.ts';
import type { LessonId } from '../../lan-server/contract/ids.ts';
import type { QaFrame } from '../../lan-server/contract/qa.ts';
import type { Trouble } from '../../lan-server/contract/trouble.ts';
import type { Picture } from '../../lan-server/questions/index.ts';
import { withRows } from './matrix.ts';
import type { Rows } from './matrix.ts';
import type { ServerEvents } from '../../lan-server/contract/sockets.ts';
import { openConnection } from './connection.ts';
import type { Connection, LinkState } from './connection.ts';
import { randomId } from './random-id.ts';

export type RosterSeat = RosterFrame['seats'][number];

/** All that the console knows at one moment. */
export type TeacherLesson = {
  link: LinkState;
  /** null until the first frame has come. */
  frame: TeacherFrame | null;
  /** The plan with key and note, in order. */
  questions: PlanFrame['questions'];
  /** One entry a character of the frame's `grid`. */
  roster: readonly RosterSeat[];
  /** The list of names; empty in a lesson without one. */
  enrolled: readonly RosterSeat[];
  /** What the class asks; null where it may not. */
  qa: QaFrame | null;
  /** The laptop's disk refuses: nothing can be stored just now. */
  trouble: Trouble | null;
  /** At one's own speed: students × questions, and how each question was answered. */
  rows: Rows;
  pictures: ReadonlyMap<string, Picture>;
};

export type TeacherLessonStore = {
  /** The first listener opens the connection; it closes when the last one has left. */
  subscribe: (listener: () => void) => () => void;
  snapshot: () => TeacherLesson;
  /** Resolves with the acknowledgement, or null when nobody knows whether it was stored: the link is down. */
  send: (command: TeacherCommand) => Promise<Ack | null>;
  retryNow: () => void;
};

/** How often a command is sent before it is given up; the same id each time, so that it never counts twice. */
const attempts = 3;

/** Keeps the newest of what one console connection hears. */
export function createTeacherLesson(connect: () => Connection): TeacherLessonStore {
  let state: TeacherLesson = {
    link: { is: 'connecting' },
    frame: null,
    questions: [],
    roster: [],
    enrolled: [],
    qa: null,
    trouble: null,
    rows: [],
    pictures: new Map(),
  };
  let connection: Connection | null = null;
  const listeners = new Set<() => void>();

  function change(next: Partial<TeacherLesson>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function open(): Connection {
    const opened = connect();
    // Sequence numbers hold within one connection: after a restart the program may count anew.
    let newest = -1;
    opened.onLink((link) => {
      if (link.is === 'online') {
        change({ link });
        return;
      }
      newest = -1;
      // A program that comes back tells anew what is wrong with it.
      change({ link, trouble: null });
    });
    opened.on('trouble', (trouble) => change({ trouble }));
    opened.on('frame', (frame) => {
      if (!isTeacherFrame(frame) || frame.seq < newest) return;
      newest = frame.seq;
      change({ frame });
    });
    opened.on('qa', (qa) => change({ qa }));
    opened.on('plan', (plan) => change({ questions: plan.questions }));
    opened.on('matrix', (matrix) => change({ rows: withRows(state.rows, matrix, Date.now()) }));
    opened.on('pictures', ({ pictures }) => {
      const all = new Map(state.pictures);
      for (const { questionId, picture } of pictures) all.set(questionId, picture);
      change({ pictures: all });
    });
    opened.on('enrolled', ({ from, seats }) =>
      change({ enrolled: [...state.enrolled.slice(0, from), ...seats] }),
    );
    opened.on('roster', ({ from, seats }) =>
      change({ roster: [...state.roster.slice(0, from), ...seats] }),
    );
    return opened;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!connection) {
        connection = open();
        state = { ...state, link: connection.link() };
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        connection?.close();
        connection = null;
      };
    },
    snapshot: () => state,
    async send(command) {
      const id = randomId(16);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (connection?.link().is !== 'online') return null;
        const ack = await connection.send(id, command);
        if (ack) return ack;
      }
      return null;
    },
    retryNow: () => connection?.retryNow(),
  };
}

function isTeacherFrame(frame: Parameters<ServerEvents['frame']>[0]): frame is TeacherFrame {
  return 'grid' in frame.view;
}

/** The console's live connection to one lesson, open while the page is there. Key the page by the lesson. */
export function useTeacherLesson(
  lessonId: LessonId,
): TeacherLesson & Pick<TeacherLessonStore, 'send' | 'retryNow'> {
  const [store] = useState(() =>
    createTeacherLesson(() => openConnection({ as: 'teacher', lessonId })),
  );
  const lesson = useSyncExternalStore(store.subscribe, store.snapshot);
  return { ...lesson, send: store.send, retryNow: store.retryNow };
}
