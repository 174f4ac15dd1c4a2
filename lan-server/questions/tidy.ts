/** A calculated number without what floating point has added: 0.30000000000000004 is 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12)) || 0;
}
