// Prints the list of neighbours whenever it changes, until its standard input ends.
import { createNeighbours } from '../../lan-server/network/neighbours.ts';

const [id = ''] = process.argv.slice(2);
const log = (details: object, message: string): void => console.error(id, message, details);

const neighbours = createNeighbours({
  instanceId: id,
  log: { info: () => {}, warn: log, error: log },
  onChange: (list) => console.log(JSON.stringify(list)),
});

process.stdin.resume();
process.stdin.once('end', () => {
  void neighbours.stop().then(() => process.exit(0));
});
