/** The launch key in what was pasted: the key alone, or an address that carries it; null when nothing was. */
export function launchKeyIn(pasted: string): string | null {
  const text = pasted.trim();
  const carried = /[#&]key=([^&\s]+)/.exec(text)?.[1];
  if (carried !== undefined) return decodeURIComponent(carried);
  return text === '' ? null : text;
}

/** Takes the launch key out of the page's address, so that it does not stay there; null when there is none. */
export function takeLaunchKey(
  location: { hash: string; pathname: string; search: string },
  history: { state: unknown; replaceState: (state: unknown, unused: string, url: string) => void },
): string | null {
  if (!/[#&]key=/.test(location.hash)) return null;
  const key = launchKeyIn(location.hash);
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return key;
}
