// Preloaded into the program (NODE_OPTIONS): on SIGUSR2 it collects what nobody needs and writes down what is left.
import { renameSync, writeFileSync } from 'node:fs';

const file = process.env['CHALKBOX_MEMORY_FILE'];
const { gc } = globalThis as { gc?: () => void };

if (file !== undefined && gc)
  process.on('SIGUSR2', () => {
    // Twice: what the first run finalises, the second one frees.
    gc();
    gc();
    writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
    renameSync(`${file}.new`, file);
  });
