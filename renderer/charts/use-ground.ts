import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/**
 * The ground that an element lies on, as a string that changes with the theme: canvases read their colours once and have
 * to be told when paper turns to slate. Watches the themes set above the element and the system's own.
 */
export function useGround(element: RefObject<Element | null>): string {
  const [ground, setGround] = useState('');

  useLayoutEffect(() => {
    const start = element.current;
    if (!start) return undefined;
    const read = () => {
      const style = getComputedStyle(start);
      setGround(style.getPropertyValue('--canvas') + style.getPropertyValue('--grow'));
    };
    read();
    const watch = new MutationObserver(read);
    for (let above: Element | null = start; above; above = above.parentElement) {
      if (above === document.documentElement || above.hasAttribute('data-surface'))
        watch.observe(above, { attributeFilter: ['data-theme', 'data-surface', 'data-motion'] });
    }
    const queries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map(
      (query) => window.matchMedia(query),
    );
    for (const query of queries) query.addEventListener('change', read);
    return () => {
      watch.disconnect();
      for (const query of queries) query.removeEventListener('change', read);
    };
  }, [element]);

  return ground;
}
