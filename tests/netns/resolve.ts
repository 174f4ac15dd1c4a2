// Asks the network for a host name's address as a phone does, and prints { address } or, after a second, { address: null }.
import { createSocket } from 'node:dgram';

const GROUP = { port: 5353, address: '224.0.0.251' };
const TYPE_A = 1;
const [name = ''] = process.argv.slice(2);

const labels = name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)]));
const header = Buffer.from([0, 7, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
const question = Buffer.concat([header, ...labels, Buffer.from([0, 0, TYPE_A, 0, 1])]);

function say(address: string | null): void {
  console.log(JSON.stringify({ address }));
  process.exit(0);
}

/** Where the name that starts here ends; a pointer is two bytes. */
function afterName(packet: Buffer, start: number): number {
  let at = start;
  for (;;) {
    const length = packet[at] ?? 0;
    if (length === 0) return at + 1;
    if (length >= 0xc0) return at + 2;
    at += length + 1;
  }
}

const socket = createSocket('udp4');
socket.on('message', (packet) => {
  let at = 12;
  for (let left = packet.readUInt16BE(4); left > 0; left -= 1) at = afterName(packet, at) + 4;
  for (let left = packet.readUInt16BE(6); left > 0; left -= 1) {
    at = afterName(packet, at);
    const type = packet.readUInt16BE(at);
    const length = packet.readUInt16BE(at + 8);
    if (type === TYPE_A) say(packet.subarray(at + 10, at + 14).join('.'));
    at += 10 + length;
  }
});
socket.send(question, GROUP.port, GROUP.address);
setTimeout(say, 1000, null);
