/** Nothing stands below a slide's text. */
export function SlideAsked() {
  return null;
}
