import { parseArgs } from 'node:util';
import { liveFigures, measureLive } from './live.ts';
import { stepAside } from './measured-process.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '40,200,500,1000' },
    runs: { type: 'string', default: '3' },
  },
});
stepAside();
const results = await measureLive(
  values.sizes.split(',').map(Number),
  Number(values.runs),
  (line) => console.error(line),
);
console.table(
  liveFigures(results).map((f) => ({
    name: f.name,
    value: f.value.toFixed(2),
    unit: f.unit,
    floor: f.floor?.toFixed(2),
    ratio: f.ratio?.toFixed(2),
    limit: f.limit,
  })),
);
process.exit(0);
