/** White modules around a QR code, without which cameras do not find it (ISO/IEC 18004 asks for four). */
const quiet = 4;

/**
 * Draws a QR matrix as one SVG path, a rectangle per run of dark modules. `size` counts the modules of a side with the
 * quiet zone, so that `0 0 size size` is the view box.
 */
export function qrPath(
  modules: number,
  isDark: (row: number, column: number) => boolean,
): { size: number; path: string } {
  let path = '';
  for (let row = 0; row < modules; row += 1) {
    let column = 0;
    while (column < modules) {
      if (!isDark(row, column)) {
        column += 1;
        continue;
      }
      const start = column;
      while (column < modules && isDark(row, column)) column += 1;
      const run = column - start;
      path += `M${start + quiet} ${row + quiet}h${run}v1h-${run}z`;
    }
  }
  return { size: modules + 2 * quiet, path };
}
