// Publishes until its standard input ends, and prints each name that it holds.
import { createPublisher } from '../../lan-server/network/mdns.ts';

const [id = '', title = '', port = ''] = process.argv.slice(2);
const log = (details: object, message: string): void => console.error(id, message, details);

const publisher = createPublisher({
  port: Number(port),
  instanceTitle: title,
  instanceId: id,
  version: '0.0.1',
  log: { info: () => {}, warn: log, error: log },
  onNames: (held) => console.log(JSON.stringify({ held: held?.host ?? null })),
});

process.stdin.resume();
process.stdin.once('end', () => {
  void publisher.stop().then(() => process.exit(0));
});
