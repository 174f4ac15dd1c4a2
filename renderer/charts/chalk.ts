/** Reads tokens where something is drawn: the same bar is chalk on slate and ink on paper. */
export function chalkOf(element: Element) {
  const style = getComputedStyle(element);
  const raw = (token: `--${string}`) => style.getPropertyValue(token).trim();
  return {
    colour: raw,
    /** A duration token in ms; 0 where there is none. */
    milliseconds(token: `--${string}`): number {
      const value = Number.parseFloat(raw(token));
      if (Number.isNaN(value)) return 0;
      return raw(token).endsWith('ms') ? value : value * 1000;
    },
    px: (token: `--${string}`): number => Number.parseFloat(raw(token)) || 0,
  };
}
