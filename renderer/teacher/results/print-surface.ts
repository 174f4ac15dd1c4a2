import { useEffect } from 'react';

/** While the browser prints, the page is black on white, whatever theme the screen has. */
export function usePrintSurface(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before: { surface: string | undefined; theme: string | undefined } | null = null;
    const put = (name: 'surface' | 'theme', value: string | undefined) => {
      if (value === undefined) delete root.dataset[name];
      else root.dataset[name] = value;
    };
    const toPaper = () => {
      before = { surface: root.dataset['surface'], theme: root.dataset['theme'] };
      put('surface', 'print');
      put('theme', 'light');
    };
    const back = () => {
      if (!before) return;
      put('surface', before.surface);
      put('theme', before.theme);
      before = null;
    };
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', back);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', back);
      back();
    };
  }, []);
}
