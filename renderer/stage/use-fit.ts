import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { chooseStep } from './fit.ts';
import type { FitStep } from './fit.ts';

/** Half a px of rounding is not an overflow. */
const slack = 1;

/** Only downwards: words break anywhere rather than running off a side; what cannot break is marked `data-wide`. */
function overflows(element: Element): boolean {
  return element.scrollHeight > element.clientHeight + slack;
}

/** Tables and formulas break nowhere. */
function sticksOut(element: Element): boolean {
  return element.scrollWidth > element.clientWidth + slack;
}

/** Sets the variables and flags by which the style sheets of stage, options and kinds measure themselves. */
function apply(area: HTMLElement, step: FitStep): void {
  area.style.setProperty('--question', `${step.question}px`);
  area.style.setProperty('--option', `${step.option}px`);
  area.style.setProperty('--gap', `${step.gap}px`);
  area.style.setProperty('--pad', `${step.pad}px`);
  area.style.setProperty('--mark', `${step.mark}px`);
  area.dataset['columns'] = step.single ? 'one' : 'two';
  area.dataset['words'] = step.words;
  area.dataset['stem'] = step.stem ? 'wall' : 'phone';
  area.dataset['explanation'] = step.explanation ? 'wall' : 'phone';
}

/**
 * Sets the area as large as fits: tries the steps from the largest on until neither the area nor anything in it marked
 * `data-fits` overflows, nor anything marked `data-wide` sideways. Measured again when `content` (all that is drawn, as one string) or the area's size changes,
 * and when the font has come; never on a mere count, so that nothing on the wall changes size while answers come in.
 */
export function useFit(
  area: RefObject<HTMLElement | null>,
  steps: readonly FitStep[],
  content: string,
): void {
  const fitted = useRef('');

  useLayoutEffect(() => {
    const element = area.current;
    if (!element || fitted.current === content) return;
    fitted.current = content;
    fit(element, steps);
  });

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    let gone = false;
    const again = () => {
      if (!gone) fit(element, steps);
    };
    const watch = new ResizeObserver(again);
    watch.observe(element);
    void document.fonts.ready.then(again);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [area, steps]);
}

function fit(area: HTMLElement, steps: readonly FitStep[]): void {
  chooseStep(steps, (step) => {
    apply(area, step);
    if ([area, ...area.querySelectorAll('[data-fits]')].some(overflows)) return false;
    return ![...area.querySelectorAll('[data-wide]')].some(sticksOut);
  });
}
