import type { LinkState } from '../live/connection.ts';
import type { PhoneLink } from '../phone/link.ts';

/** The link as a phone says it. A refusal in mid-lesson (the laptop restarts and does not know the lesson yet) counts as offline. */
export function phoneLink(link: LinkState | null): PhoneLink {
  switch (link?.is) {
    case undefined:
    case 'online':
      return { is: 'online', nextTryAt: null };
    case 'connecting':
      return { is: 'connecting', nextTryAt: null };
    case 'offline':
      return { is: 'offline', nextTryAt: link.nextTryAt };
    case 'refused':
      return { is: 'offline', nextTryAt: null };
    default:
      return link satisfies never;
  }
}
