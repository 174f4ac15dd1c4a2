import type { TextApi } from './text.tsx';

/** “A”, “A and C”, “A, B and C”. The phones in use are older than Intl.ListFormat. */
export function listText(items: readonly string[], { t }: Pick<TextApi, 't'>): string {
  const last = items[items.length - 1] ?? '';
  if (items.length < 2) return last;
  return t('questions.phone.and', { before: items.slice(0, -1).join(', '), last });
}
