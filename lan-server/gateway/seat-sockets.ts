import { isRejection } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Done } from '../live/ledger.ts';
import { deviceOf, seatOf } from './channels.ts';
import type { Live, LiveSocket, StudentPeer } from './peers.ts';
import { pickFrame } from './picking.ts';

/** Until then the device was there; of any other end nobody knows when it came. */
const closedByDevice = new Set<string>(['client namespace disconnect', 'transport close']);

/** How a connection comes to a seat: to the one that its device holds, to a new one, or to one that another device has held so far. */
type Came = 'again' | 'anew' | 'byCode';

/** Connections of students sit down at their seat and leave it, and the lesson knows who is there. */
export type SeatSockets = {
  sit(socket: LiveSocket, peer: StudentPeer, seatId: string, came?: Came): void;
  /** The same where a command has just brought a seat; gives back what it led to. */
  seated(
    socket: LiveSocket,
    peer: StudentPeer,
    done: Done | Rejection,
    came: Came,
  ): Done | Rejection;
  /** A device was given another seat, or lost the one that it had: every connection of it begins anew. */
  reseat(lessonId: string, device: string): void;
};

export function createSeatSockets(io: Live): SeatSockets {
  function sit(socket: LiveSocket, peer: StudentPeer, seatId: string, came: Came = 'again') {
    peer.seatId = seatId;
    void socket.join(seatOf(peer.room.lessonId, seatId));
    const { presence } = peer.room;
    // By code it may bring what the other device kept since it was cut off.
    const cutOff = came === 'byCode' ? presence.goneAt(seatId) : null;
    presence.arrive(seatId);
    presence.reach.arrive(peer.device, came !== 'again', cutOff);
    const heard = () => presence.reach.heard(peer.device);
    socket.conn.on('heartbeat', heard);
    peer.room.publisher.refresh();
    const leave = (reason: string) => {
      presence.leave(seatId);
      presence.reach.leave(peer.device, closedByDevice.has(reason));
      peer.room.publisher.refresh();
    };
    socket.once('disconnect', leave);
    peer.stand = () => {
      socket.off('disconnect', leave);
      socket.conn.off('heartbeat', heard);
      void socket.leave(seatOf(peer.room.lessonId, seatId));
      leave('client namespace disconnect');
      peer.seatId = null;
      peer.stand = null;
    };
  }

  return {
    sit,
    seated(socket, peer, done, came) {
      if (!isRejection(done) && done.joined && peer.seatId === null && socket.connected) {
        sit(socket, peer, done.joined.seat.seatId, came);
      }
      return done;
    },
    reseat(lessonId, device) {
      for (const id of io.of('/').adapter.rooms.get(deviceOf(lessonId, device)) ?? []) {
        const socket = io.of('/').sockets.get(id);
        const peer = socket?.data.peer;
        if (!socket || peer?.as !== 'student') continue;
        const { room } = peer;
        const held = room.seatOfDevice(device);
        if (held !== peer.seatId) {
          peer.stand?.();
          if (held !== null) sit(socket, peer, held, 'byCode');
        }
        socket.emit('welcome', { ...room.publisher.welcome(peer.seatId), ...pickFrame(peer) });
      }
    },
  };
}
