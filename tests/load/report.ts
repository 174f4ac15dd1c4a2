import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figures.ts';
import { isGood } from './figures.ts';

const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const begin = '<!-- figures: written by npm run bench -->';
const end = '<!-- end of figures -->';

/** What the figures were measured on: nothing that names the machine. */
export function machine(): { cpu: string; cores: number; memoryGb: number; node: string } {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

/** The table for the terminal. */
export function asText(figures: readonly Figure[]): string {
  const rows = [['figure', 'n', 'value', 'floor', 'ratio', 'limit', ''], ...figures.map(cells)];
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Puts the table into docs/performance.md, between its marks. */
export function writePage(figures: readonly Figure[], runs: number, day: string): void {
  const { cpu, cores, memoryGb, node } = machine();
  const table = [
    `Measured on ${day}: ${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}; medians of ${runs} runs.`,
    '',
    '| figure | students | value | floor | ratio | limit | |',
    '|---|--:|--:|--:|--:|--:|---|',
    ...figures.map((figure) => `| ${cells(figure).join(' | ')} |`),
  ].join('\n');
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error('docs/performance.md has lost its marks.');
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`);
}

function cells(figure: Figure): string[] {
  const { name, n, value, unit, floor, ratio, limit } = figure;
  return [
    name,
    n === 0 ? '' : String(n),
    amount(value, unit),
    floor === null ? '' : amount(floor, unit),
    ratio === null ? '' : ratio.toFixed(2),
    limit === null ? '' : `≤ ${limit}`,
    limit === null ? '' : isGood(figure) ? 'good' : 'OVER',
  ];
}

function amount(value: number, unit: Figure['unit']): string {
  switch (unit) {
    case 'ms':
      return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
    case 'bytes':
      return `${Math.round(value)} B`;
    case 'ratio':
      return value.toFixed(2);
    default:
      return unit satisfies never;
  }
}
