import type { ClassroomFrame } from '../contract/schedule.ts';
import type { Trouble } from '../contract/trouble.ts';
import { imagesOf } from '../lesson/images.ts';
import type { NoticeBoards } from '../live/notice-boards.ts';
import { consoles, deviceOf, studentsOf, teachersOf, wallsOf } from './channels.ts';
import { welcomeToClass } from './class-sockets.ts';
import type { LiveSocket, Peer } from './peers.ts';
import { pickFrame } from './picking.ts';
import type { SeatSockets } from './seat-sockets.ts';

/** Who was let in gets all that there is to show, and from then on what changes. */
export function createWelcome(deps: {
  /** What runs and what comes, outside the lessons; null while the data cannot be used. */
  boards: () => NoticeBoards | null;
  seats: Pick<SeatSockets, 'sit'>;
  /** What the disk refuses just now. */
  trouble: () => Trouble | null;
}): (socket: LiveSocket, peer: Peer) => void {
  return (socket, peer) => {
    if (peer.as === 'class') {
      welcomeToClass(socket, peer);
      const { device, classId } = peer;
      const tell = (frame: ClassroomFrame | null) => socket.emit('classroom', frame);
      const leave = deps.boards()?.watchClass(device, classId, tell);
      if (leave) socket.once('disconnect', leave);
      return;
    }
    if (peer.as === 'desk') {
      const boards = deps.boards();
      const leave = boards?.watchDesk(peer.teacherId, (frame) => socket.emit('desk', frame));
      if (leave) socket.once('disconnect', leave);
      return;
    }
    const { room } = peer;
    if (peer.as === 'student') {
      void socket.join([
        studentsOf(room.lessonId),
        ...(room.state().roster ? [deviceOf(room.lessonId, peer.device)] : []),
      ]);
      // Only now: while this connection was let in, another tab of the device may have taken the seat.
      const seatId = room.seatOfDevice(peer.device);
      if (seatId !== null) deps.seats.sit(socket, peer, seatId);
      socket.emit('welcome', { ...room.publisher.welcome(peer.seatId), ...pickFrame(peer) });
      tellImages(socket, imagesOf(room.state(), 'phones'));
      return;
    }
    void socket.join(peer.as === 'teacher' ? teachersOf(room.lessonId) : wallsOf(room.lessonId));
    if (peer.as === 'projector') {
      socket.emit('frame', room.publisher.projectorFrame());
      tellImages(socket, imagesOf(room.state(), 'wall'));
      return;
    }
    void socket.join(consoles);
    const trouble = deps.trouble();
    if (trouble !== null) socket.emit('trouble', trouble);
    const { plan, roster, enrolled, frame, work, qa } = room.publisher.console();
    if (qa) socket.emit('qa', qa);
    socket.emit('plan', plan);
    socket.emit('roster', roster);
    if (enrolled) socket.emit('enrolled', enrolled);
    if (work) {
      socket.emit('matrix', work.matrix);
      socket.emit('pictures', work.pictures);
    }
    socket.emit('frame', frame);
  };
}

function tellImages(socket: LiveSocket, names: string[]) {
  if (names.length > 0) socket.emit('images', names);
}
