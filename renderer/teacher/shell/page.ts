import { useEffect } from 'react';
import { useText } from '../../i18n/text.tsx';

/**
 * Names the page in the title bar and, when it was reached from within the program, moves the focus to its h1, so that a
 * screen reader says where one is and Tab goes on from there.
 */
export function usePage(title: string): void {
  const { t } = useText();
  const whole = t('teacher.page.title', { title });
  useEffect(() => {
    document.title = whole;
  }, [whole]);

  useEffect(() => {
    const heading = document.querySelector<HTMLElement>('h1:not([hidden] *)');
    // The body has the focus after loading and after a page with the focused link has gone.
    if (!heading || (document.activeElement && document.activeElement !== document.body)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, []);
}
