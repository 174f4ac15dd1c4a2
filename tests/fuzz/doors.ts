import { z } from 'zod';
import {
  enrolledFrameSchema,
  planFrameSchema,
  projectorFrameSchema,
  rosterFrameSchema,
  seatFrameSchema,
  studentFrameSchema,
  teacherFrameSchema,
  welcomeSchema,
} from '../../lan-server/contract/frames.ts';
import { qaFrameSchema } from '../../lan-server/contract/qa.ts';
import { classFrameSchema } from '../../lan-server/contract/roll.ts';
import { classroomFrameSchema, deskFrameSchema } from '../../lan-server/contract/schedule.ts';
import type { Handshake, ServerEvents } from '../../lan-server/contract/sockets.ts';
import { troubleSchema } from '../../lan-server/contract/trouble.ts';
import {
  matrixFrameSchema,
  paperFrameSchema,
  picturesFrameSchema,
} from '../../lan-server/contract/work.ts';
import { connect, newDevice } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

/** Every kind of connection that there is. */
export type Role = Handshake['as'];

type Place = { url: string; teacher: Teacher; lesson: { id: string; code: string }; class: string };

/** How each comes in; `class`: the code of a class. */
export const comeAs: Record<Role, (place: Place) => TestSocket> = {
  student: ({ url, lesson: { code } }) =>
    connect(url, { as: 'student', code, device: newDevice() }),
  class: ({ url, class: code }) => connect(url, { as: 'class', code, device: newDevice() }),
  teacher: ({ teacher, lesson }) => teacher.socket({ as: 'teacher', lessonId: lesson.id }),
  projector: ({ teacher, lesson }) => teacher.socket({ as: 'projector', lessonId: lesson.id }),
  desk: ({ teacher }) => teacher.socket({ as: 'desk' }),
};

/** What of a command each may be let do, by its type. */
export const mayDo: Record<Role, (type: string) => boolean> = {
  student: (type) => type === 'answer',
  class: (type) => ['findName', 'pickName', 'forgetMe', 'myResults'].includes(type),
  teacher: () => true,
  projector: () => false,
  desk: () => false,
};

/** The form of all that the program says, but `frame`, which has another for each. */
const events: Record<Exclude<keyof ServerEvents, 'frame'>, z.ZodType> = {
  welcome: welcomeSchema,
  seat: seatFrameSchema,
  plan: planFrameSchema,
  roster: rosterFrameSchema,
  enrolled: enrolledFrameSchema,
  class: classFrameSchema,
  paper: paperFrameSchema,
  matrix: matrixFrameSchema,
  pictures: picturesFrameSchema,
  images: z.array(z.string()),
  qa: qaFrameSchema,
  desk: deskFrameSchema,
  classroom: classroomFrameSchema.nullable(),
  trouble: troubleSchema,
};
const frames: Record<Role, z.ZodType> = {
  student: studentFrameSchema,
  teacher: teacherFrameSchema,
  projector: projectorFrameSchema,
  class: z.never(),
  desk: z.never(),
};

/** Whatever the program says has the form that the contract gives it; `wrong` gets what has not. */
export function listen(socket: TestSocket, role: Role, wrong: string[]): void {
  const forms = new Map<string, z.ZodType>([...Object.entries(events), ['frame', frames[role]]]);
  socket.onAny((event: string, value: unknown) => {
    if (forms.get(event)?.safeParse(value).success !== true)
      wrong.push(`${event} to ${role}: ${JSON.stringify(value).slice(0, 300)}`);
  });
}
