/** Nobody answers a slide: there is nothing to draw. */
export function SlideLive() {
  return null;
}
