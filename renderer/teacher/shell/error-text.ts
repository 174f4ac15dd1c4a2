import { useText } from '../../i18n/text.tsx';
import type { ApiError } from '../api.ts';

/** Gives the sentence for a refusal. */
export function useErrorText(): (error: ApiError) => string {
  const { t } = useText();
  return (error) => t(`errors.${error.code}`);
}
