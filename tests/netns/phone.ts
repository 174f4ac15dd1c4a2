import { newDevice, next, connect, send } from '../support/teacher.ts';

// A phone that scanned an address: takes a seat by a name, or comes back to one by its code, and says which it is.
const [url = '', how = '', what = ''] = process.argv.slice(2);
const code = new URL(url).pathname.replace('/j/', '');
const socket = connect(new URL(url).origin, { as: 'student', code, device: newDevice() });
await next(socket, 'welcome');
const command = how === 'name' ? { type: 'join', name: what } : { type: 'comeBack', seat: what };
const ack = await send(socket, command);
console.log(JSON.stringify(ack.ok ? ack.joined?.seat : ack.error));
