import { render } from 'preact';
import type { ComponentChild } from 'preact';

/** The part of `react-dom/client` that the student's page uses. */
export function createRoot(box: HTMLElement): { render(page: ComponentChild): void } {
  return { render: (page) => render(page, box) };
}
