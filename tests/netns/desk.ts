import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import { next, signIn } from '../support/teacher.ts';

// The teacher's console on the laptop itself: starts a lesson, and says how it is reached and how many seats it has.
const [port = '', launchKey = ''] = process.argv.slice(2);
const teacher = await signIn({ url: `http://127.0.0.1:${port}`, launchKey });
const { id, code } = await teacher.startLesson({ identity: 'nickname' });
const desk = teacher.socket({ as: 'teacher', lessonId: id });
desk.on('frame', (frame) => {
  const { door, view } = frame as TeacherFrame;
  console.log(JSON.stringify({ code, url: door.url, seats: view.seats, here: view.here }));
});
await next(desk, 'frame');
