/** The class's pins are counted in cells of a grid, so that their picture is as large for thirty as for a thousand. */
export const grid = { columns: 32, rows: 24 } as const;
