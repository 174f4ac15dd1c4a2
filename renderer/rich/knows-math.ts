/**
 * Whether this browser draws formulas (MathML). Chrome before 109 does not: it would run the signs of a fraction together, so the TeX is
 * shown instead. Asked of the browser by drawing a space of known size where it has no other sign of it.
 */
export function knowsMath(): boolean {
  if (typeof MathMLElement !== 'undefined') return true;
  const names = 'http://www.w3.org/1998/Math/MathML';
  const box = document.createElement('div');
  const math = document.createElementNS(names, 'math');
  const space = document.createElementNS(names, 'mspace');
  space.setAttribute('height', '23px');
  space.setAttribute('width', '77px');
  math.appendChild(space);
  box.appendChild(math);
  box.style.position = 'absolute';
  document.body.appendChild(box);
  const { width, height } = space.getBoundingClientRect();
  document.body.removeChild(box);
  return width > 70 && height > 20;
}
