import { cliTexts, type CliTexts } from '../../lan-server/cli-texts.ts';
import type { FlagsRefusal } from './flags.ts';
import type { NoElectron } from './electron-binary.ts';

type WindowTexts = {
  refused: Record<Exclude<FlagsRefusal['code'], 'port'>, (given: string) => string>;
  fetching: string;
  noWindow: Record<NoElectron, string>;
};

/** What `npm start` says before the server speaks; help and ports are the server's own words. */
export type StartTexts = WindowTexts & Pick<CliTexts, 'help' | 'badPort'>;

const english: WindowTexts = {
  refused: {
    unknown: (given) => `There is no flag ${given}. "npm start -- --help" lists them.`,
    value: (given) => `Check the value of ${given}; "npm start -- --help" shows how it is given.`,
  },
  fetching: 'Fetching Electron for the desktop window; this happens once …',
  noWindow: {
    ci: 'Serving to the browser: Electron is not installed, and is not fetched in continuous integration.',
    display: 'Serving to the browser: there is no display for a desktop window.',
    root: 'Serving to the browser: Electron does not run as root.',
    offline: 'Serving to the browser: Electron is not installed and could not be fetched.',
    broken: 'Serving to the browser: Electron could not be unpacked.',
    crashed: 'Serving to the browser: Electron could not be started on this machine.',
  },
};

const spanish: WindowTexts = {
  refused: {
    unknown: (given) => `No existe la opción ${given}. "npm start -- --help" las muestra.`,
    value: (given) => `Revise el valor de ${given}; "npm start -- --help" muestra cómo se indica.`,
  },
  fetching: 'Descargando Electron para la ventana de escritorio; ocurre una sola vez …',
  noWindow: {
    ci: 'Se sirve al navegador: Electron no está instalado, y en integración continua no se descarga.',
    display: 'Se sirve al navegador: no hay pantalla para una ventana de escritorio.',
    root: 'Se sirve al navegador: Electron no funciona como root.',
    offline: 'Se sirve al navegador: Electron no está instalado y no se pudo descargar.',
    broken: 'Se sirve al navegador: no se pudo desempaquetar Electron.',
    crashed: 'Se sirve al navegador: Electron no pudo iniciarse en este equipo.',
  },
};

/** The words in the terminal's language: `LC_ALL`, `LC_MESSAGES` or `LANG`, else English. */
export function textsOf(env: NodeJS.ProcessEnv): StartTexts {
  const locale = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'en';
  const { help, badPort } = cliTexts(locale);
  return { ...(locale.toLowerCase().startsWith('es') ? spanish : english), help, badPort };
}
