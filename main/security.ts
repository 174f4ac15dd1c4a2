import type { Session, WebContents, WebPreferences } from 'electron';

/** A page gets no more than a page in a browser gets; the preload script adds three functions. */
export function securePreferences(preload: string | undefined): WebPreferences {
  return {
    ...(preload ? { preload } : {}),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    spellcheck: false,
  };
}

type PermissionName = Parameters<
  NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
>[1];

/** What our own pages may ask for, and why. Everything else is refused, and everything to other origins. */
const GRANTED: Partial<Record<PermissionName, string>> = {
  fullscreen: 'the wall in an ordinary window can fill its display',
  'clipboard-sanitized-write': 'the join address can be copied into a message',
};

/** True when `url` is a page of our own server; `origin` is undefined until the server is ready. */
export function isOwn(url: string, origin: string | undefined): boolean {
  return origin !== undefined && URL.canParse(url) && new URL(url).origin === origin;
}

/** Answers the permission questions of a session; `origin` tells the server's current address. */
export function guardPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
  origin: () => string | undefined,
): void {
  session.setPermissionRequestHandler((_contents, permission, callback, { requestingUrl }) => {
    callback(permission in GRANTED && isOwn(requestingUrl, origin()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      permission in GRANTED && isOwn(requestingOrigin, origin()),
  );
  session.setDevicePermissionHandler(() => false);
}

/**
 * Keeps a page on our own origin: it cannot be navigated away, embed other sites or open windows. A link to the wall
 * (`/wall/LESSON`) opens the projector window instead; one to a join page, ours or a neighbour's, or to the page for scripts, the system's browser.
 */
export function lockNavigation(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  {
    origin,
    openWall,
    openInBrowser,
  }: {
    origin: () => string | undefined;
    openWall: (lessonId: string) => void;
    openInBrowser: (url: string) => void;
  },
): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url, origin())) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url, origin())) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const lessonId = isOwn(url, origin()) ? wallLesson(new URL(url).pathname) : undefined;
    if (lessonId) openWall(lessonId);
    else if (isJoinPage(url) || isScriptsPage(url, origin())) openInBrowser(url);
    return { action: 'deny' };
  });
}

/** Ids as the server makes them; anything else would be a path. */
export function isLessonId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{6,40}$/.test(value);
}

function wallLesson(pathname: string): string | undefined {
  const [, route, id, ...rest] = pathname.split('/');
  return route === 'wall' && rest.length === 0 && isLessonId(id) ? id : undefined;
}

/** The page that says what scripts can do: to be read beside an editor, in the browser. */
function isScriptsPage(url: string, origin: string | undefined): boolean {
  return isOwn(url, origin) && new URL(url).pathname === '/api/docs';
}

/** The page where students type their code, on this laptop or another one in the room; nothing on the internet. */
function isJoinPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, pathname } = new URL(url);
  if (protocol !== 'http:' || username || password) return false;
  const isNear =
    /^(127\.0\.0\.1|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+)$/.test(
      hostname,
    ) || /^[a-z0-9-]+\.local$/.test(hostname);
  return isNear && /^\/(j\/\d{4,6})?$/.test(pathname);
}
