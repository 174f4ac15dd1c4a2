import { useCallback } from 'react';
import { useLocation } from 'wouter';

/** Goes to a page of the teacher's by its whole address (`paths`); `replace` leaves no way back to this one. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const [, navigate] = useLocation();
  // wouter reads an address after `~` as whole, not as one under the base.
  return useCallback((href, options) => navigate(`~${href}`, options), [navigate]);
}
