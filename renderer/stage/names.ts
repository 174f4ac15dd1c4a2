/** Letters that fit half of the column beside the join code at 36 px; a longer name gets a row of its own. */
const halfRow = 10;

/** Whether a name needs the whole row. Counted in the letters that people see, not in UTF-16 units. */
export function takesWholeRow(name: string): boolean {
  return Array.from(name).length > halfRow;
}

/**
 * As many of the newest names as `rows` rows of two hold, in the order given. None is cut: what has no room is left out,
 * and the figure above them counts everybody.
 */
export function namesThatFit(names: readonly string[], rows: number): readonly string[] {
  let row = 0;
  let half = false;
  for (const [place, name] of names.entries()) {
    const whole = takesWholeRow(name);
    if (half && !whole) half = false;
    else {
      if (row === rows) return names.slice(0, place);
      row += 1;
      half = !whole;
    }
  }
  return names;
}
