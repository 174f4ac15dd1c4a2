import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensurePages } from '../../scripts/pages.ts';
import { measureComingBack } from './coming-back.ts';
import type { Figure } from './figures.ts';
import { isGood } from './figures.ts';
import { measureLessonLength } from './lesson-length.ts';
import { liveFigures, measureLive } from './live.ts';
import { stepAside } from './measured-process.ts';
import { measureRecovery } from './recovery.ts';
import { asText, machine, writePage } from './report.ts';
import { measureSearch } from './search.ts';
import { measureSlowDisk } from './slow-disk-class.ts';

const usage = `npm run bench -- [--only live|recovery|search] [--json FILE] [--runs 3] [--sizes 40,200,500,1000]

Measures Chalkbox against floors taken in the same run, prints a table and, when everything was measured, writes it into
docs/performance.md. Ends with code 1 when a ratio is over its limit. Leave the machine alone meanwhile.`;

const parts = ['live', 'recovery', 'search'] as const;

const flags = readFlags();
const say = (line: string) => console.error(`· ${line}`);

await ensurePages();
stepAside();
const figures: Figure[] = [];
const wants = (part: (typeof parts)[number]) => flags.only === undefined || flags.only === part;
if (wants('live')) {
  figures.push(...liveFigures(await measureLive(flags.sizes, flags.runs, say)));
  figures.push(...(await measureSlowDisk(flags.runs, say)));
  figures.push(...(await measureLessonLength(say)));
}
if (wants('recovery')) {
  figures.push(...(await measureComingBack(flags.runs, say)));
  figures.push(...(await measureRecovery(flags.runs, say)));
}
if (wants('search')) figures.push(...(await measureSearch(say)));

console.log(asText(figures));
if (flags.json !== undefined)
  writeFileSync(flags.json, `${JSON.stringify({ machine: machine(), figures }, null, 2)}\n`);
if (flags.only === undefined) writePage(figures, flags.runs, new Date().toISOString().slice(0, 10));
const over = figures.filter((figure) => !isGood(figure));
if (over.length > 0) console.error(`Over their limit: ${over.map(({ name }) => name).join(', ')}`);
process.exit(over.length > 0 ? 1 : 0);

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        json: { type: 'string' },
        runs: { type: 'string', default: '3' },
        sizes: { type: 'string', default: '40,200,500,1000' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const only = parts.find((part) => part === values.only);
    const runs = Number(values.runs);
    const sizes = values.sizes.split(',').map(Number);
    const whole = [runs, ...sizes].every((number) => Number.isInteger(number) && number > 0);
    if ((values.only !== undefined && only === undefined) || !whole) return wrong();
    return { only, runs, sizes, json: values.json };
  } catch {
    return wrong();
  }
}

function wrong(): never {
  console.error(usage);
  process.exit(2);
}
