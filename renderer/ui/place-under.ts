const gap = 4;

/**
 * Puts an open popover under its button, start to start, or above it and end to end where the window ends sooner.
 * CSS anchors would do it, but not yet in every browser that a school's laptop has.
 */
export function placeUnder(popover: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const size = popover.getBoundingClientRect();
  const rightToLeft = getComputedStyle(button).direction === 'rtl';

  const below = from.bottom + gap;
  const fitsBelow = below + size.height <= window.innerHeight;
  const top = fitsBelow ? below : Math.max(gap, from.top - gap - size.height);

  const fromLeft = from.left;
  const fromRight = from.right - size.width;
  const fits = (left: number) => left >= gap && left + size.width <= window.innerWidth - gap;
  const [first, second] = rightToLeft ? [fromRight, fromLeft] : [fromLeft, fromRight];
  const left = fits(first) ? first : second;

  popover.style.top = `${top}px`;
  popover.style.left = `${Math.max(gap, left)}px`;
}
