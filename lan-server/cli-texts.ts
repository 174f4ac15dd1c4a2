/** The words of the terminal, in the language that the system speaks. */
const english = {
  help: (port: number) => `Chalkbox: a classroom in a box.

npm start -- [flags]

  --browser      the console in a browser, even where the desktop app could open
  --port N       port to serve on, default ${port}; 0 takes any free one
  --data DIR     folder for database, media, backups and logs
  --host ADDR    listen on this address only
  --no-mdns      do not publish chalkbox.local
  --no-open      do not open a browser
  --json         print one line of JSON when students can join, and nothing else
  --help         this text

CHALKBOX_LOG_LEVEL=info|warn|error says how much goes into the log.`,
  ready: 'Chalkbox is ready.',
  teacher: 'Teacher',
  launchKey: 'Launch key',
  students: 'Students',
  portTaken: (wanted: number, got: number) =>
    `Port ${wanted} is taken; this is port ${got}. Every address and QR follows.`,
  portsTaken: (from: number, to: number) =>
    `Ports ${from} to ${to} are all taken. Close another program, or choose one with --port.`,
  noNetwork:
    'This computer is on no network: students cannot join yet. Connect it to the Wi-Fi; the address follows.',
  badAddress: (host: string) =>
    `This computer does not have the address ${host}. Leave --host out to use all of them.`,
  badPort: (value: string) => `--port takes a number from 0 to 65535, not “${value}”.`,
  stop: 'Ctrl+C ends Chalkbox; a running lesson goes on at the next start.',
  bug: 'A fault ended Chalkbox. Start it again: a running lesson goes on, and nothing that was ticked is lost.',
  recovered: (lessons: number) =>
    lessons === 1 ? 'One lesson goes on.' : `${lessons} lessons go on.`,
  damaged: {
    database_newer: (file: string) =>
      `${file} was made by a newer Chalkbox. Nothing was changed. Install that version, or open the page below to go on with a backup.`,
    database_damaged: (file: string) =>
      `${file} is damaged and was left as it is. Open the page below to restore a backup.`,
    journal_damaged: (file: string) =>
      `${file} is damaged and was left as it is: answers stored last may be missing. Open the page below to decide.`,
    answers_missing: (file: string) =>
      `${file} lacks answers that it is known to have held. It was left as it is. Open the page below to decide.`,
  },
  refused: {
    database_in_use: (file: string) =>
      `${file} is in use by another Chalkbox. Close that one, or choose another folder with --data.`,
    data_folder_unusable: (file: string) =>
      `${file} cannot be written. Check the folder's rights and the free space, or choose another with --data.`,
  },
};

const spanish: typeof english = {
  help: (port) => `Chalkbox: un aula en una caja.

npm start -- [opciones]

  --browser      la consola en un navegador, aunque pueda abrirse la aplicación de escritorio
  --port N       puerto, por defecto ${port}; 0 toma cualquiera que esté libre
  --data DIR     carpeta para la base de datos, los medios, las copias y los registros
  --host ADDR    escuchar solo en esta dirección
  --no-mdns      no publicar chalkbox.local
  --no-open      no abrir un navegador
  --json         escribir una línea de JSON cuando los estudiantes puedan entrar, y nada más
  --help         este texto

CHALKBOX_LOG_LEVEL=info|warn|error dice cuánto se anota en el registro.`,
  ready: 'Chalkbox está listo.',
  teacher: 'Docente',
  launchKey: 'Clave de inicio',
  students: 'Estudiantes',
  portTaken: (wanted, got) =>
    `El puerto ${wanted} está ocupado; este es el ${got}. Todas las direcciones y los QR lo siguen.`,
  portsTaken: (from, to) =>
    `Los puertos del ${from} al ${to} están ocupados. Cierre otro programa o elija uno con --port.`,
  noNetwork:
    'Este equipo no está en ninguna red: los estudiantes aún no pueden entrar. Conéctelo al wifi; la dirección se actualiza sola.',
  badAddress: (host) => `Este equipo no tiene la dirección ${host}. Sin --host se usan todas.`,
  badPort: (value) => `--port espera un número de 0 a 65535, no «${value}».`,
  stop: 'Ctrl+C cierra Chalkbox; una clase en curso sigue al volver a iniciarlo.',
  bug: 'Un fallo cerró Chalkbox. Al iniciarlo de nuevo, la clase en curso continúa y no se pierde nada de lo confirmado.',
  recovered: (lessons) => (lessons === 1 ? 'Una clase continúa.' : `${lessons} clases continúan.`),
  damaged: {
    database_newer: (file) =>
      `${file} es de un Chalkbox más nuevo. No se ha cambiado nada. Instale esa versión o abra la página de abajo para seguir con una copia de seguridad.`,
    database_damaged: (file) =>
      `${file} está dañado y se ha dejado como está. Abra la página de abajo para restaurar una copia de seguridad.`,
    journal_damaged: (file) =>
      `${file} está dañado y se ha dejado como está: pueden faltar las últimas respuestas. Abra la página de abajo para decidir.`,
    answers_missing: (file) =>
      `A ${file} le faltan respuestas que contenía. Se ha dejado como está. Abra la página de abajo para decidir.`,
  },
  refused: {
    database_in_use: (file) =>
      `Otro Chalkbox está usando ${file}. Ciérrelo o elija otra carpeta con --data.`,
    data_folder_unusable: (file) =>
      `No se puede escribir en ${file}. Revise los permisos y el espacio libre, o elija otra carpeta con --data.`,
  },
};

export type CliTexts = typeof english;

/** The texts for a locale such as `es-MX`; English where there are none. */
export function cliTexts(locale: string): CliTexts {
  return locale.toLowerCase().startsWith('es') ? spanish : english;
}
