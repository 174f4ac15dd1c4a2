import type { Response } from 'express';
import type { Language } from '../contract/languages.ts';

/** What the server itself says to a person, where no page of the program can. */
const texts = {
  en: {
    lostTitle: 'This page is not here',
    lost: 'The address may have been typed wrong, or the page is gone.',
    back: 'To the start page',
    shutTitle: 'Not ready yet',
    shut: 'Your teacher has to set something right on the laptop first. This page tries again by itself.',
    wrongHost:
      'Chalkbox does not answer under this address.\n\nUse the address on the wall or in the window of Chalkbox.\n',
    unbuilt:
      'The pages of Chalkbox have not been built yet.\n\nRun this in the program’s folder, then reload:\n\n  npm run build\n',
  },
  es: {
    lostTitle: 'Esta página no existe',
    lost: 'Puede que la dirección tenga un error o que la página ya no esté.',
    back: 'Ir a la página de inicio',
    shutTitle: 'Todavía no está listo',
    shut: 'Tu docente tiene que arreglar algo antes en el portátil. Esta página lo intenta de nuevo sola.',
    wrongHost:
      'Chalkbox no responde en esta dirección.\n\nHay que usar la dirección de la pantalla o de la ventana de Chalkbox.\n',
    unbuilt:
      'Las páginas de Chalkbox todavía no se han generado.\n\nHay que ejecutar esto en la carpeta del programa y volver a cargar:\n\n  npm run build\n',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** A page that is not there, with a way back. */
export function sayLost(response: Response, language: Language): void {
  const { lostTitle, lost, back } = texts[language];
  sendNotice(response.status(404), language, lostTitle, `<p>${lost}</p><a href="/">${back}</a>`);
}

/** The data is damaged and nobody can join; the page asks again every ten seconds. */
export function sayShut(response: Response, language: Language): void {
  const { shutTitle, shut } = texts[language];
  const again = '<meta http-equiv="refresh" content="10">';
  response.status(503).setHeader('Retry-After', 10);
  sendNotice(response, language, shutTitle, `<p>${shut}</p>`, again);
}

function sendNotice(
  response: Response,
  language: Language,
  title: string,
  body: string,
  head = '',
): void {
  response.setHeader('Cache-Control', 'no-store');
  response
    .type('html')
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
        '<meta name="viewport" content="width=device-width, initial-scale=1">' +
        `<meta name="color-scheme" content="light dark">${head}` +
        `<title>${title} · Chalkbox</title><link rel="stylesheet" href="${noticeStylePath}"></head>` +
        `<body><main><h1>${title}</h1>${body}</main></body></html>`,
    );
}

/** The program runs from its sources and nobody has built the pages. */
export function sayUnbuilt(response: Response, language: Language): void {
  response.status(503).setHeader('Cache-Control', 'no-store');
  response.type('text/plain; charset=utf-8').send(texts[language].unbuilt);
}

/** Somebody typed a name of this machine that it does not go by. Plain text: under this name no style would load. */
export function sayWrongHost(response: Response, language: Language): void {
  response.status(403).setHeader('Cache-Control', 'no-store');
  response.type('text/plain; charset=utf-8').send(texts[language].wrongHost);
}

export const noticeStylePath = '/notice.css';
/** Paper and ink as in renderer/ui/tokens.css; it must look right even where the pages are not built. */
export const noticeStyle = `:root { color-scheme: light dark; --paper: #f5f2eb; --ink: #22221f; --soft: #5a5850; --green: #1d5244; --on: #fff }
@media (prefers-color-scheme: dark) { :root { --paper: #161613; --ink: #ece8de; --soft: #b3aea2; --green: #9fd0bd; --on: #161613 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.42 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif }
main { max-width: 26rem; margin: 0 auto; padding: 22vh 24px 48px }
h1 { margin: 0 0 12px; font-size: 28px; line-height: 1.22 }
p { margin: 0 0 32px; color: var(--soft) }
a { display: inline-block; padding: 12px 20px; border-radius: 10px; background: var(--green); color: var(--on); text-decoration: none; font-weight: 600 }
a:focus-visible { outline: 3px solid var(--green); outline-offset: 3px }
`;
