/** Width in px of the widest word of these names, as a seat's tile writes it; 0 without names. */
export function widestWord(names: readonly string[]): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  const style = getComputedStyle(document.documentElement);
  const [weight, size, family] = ['--medium', '--t-label', '--font'].map((token) =>
    style.getPropertyValue(token),
  );
  context.font = `${weight ?? ''} ${size ?? ''} ${family ?? ''}`;
  const words = new Set(names.flatMap((name) => name.split(/[\s-]+/u)));
  return Math.max(0, ...Array.from(words, (word) => context.measureText(word).width));
}
