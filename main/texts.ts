/** The words of the desktop shell: its menu and its few questions. The pages bring their own. */
const english = {
  appName: 'Chalkbox',
  about: 'About Chalkbox',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  reload: 'Reload',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  actualSize: 'Actual size',
  fullScreen: 'Full screen',
  developerTools: 'Developer tools',
  closeWall: 'Close the projector window',
  showData: 'Show the data folder',
  hide: 'Hide Chalkbox',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  minimise: 'Minimise',
  window: 'Window',
  quit: 'Quit Chalkbox',
  quitDuringLesson: 'A lesson is running. Quit Chalkbox?',
  quitDuringLessonDetail:
    'Every answer that was ticked is stored. Start Chalkbox again and the lesson goes on where it stands.',
  stay: 'Keep running',
  serverGone: 'Chalkbox could not start its server.',
  serverGoneDetail: 'Everything stored is safe. The reason given was: {reason}',
  tryAgain: 'Try again',
};

export type Texts = Readonly<Record<keyof typeof english, string>>;

const spanish: Texts = {
  appName: 'Chalkbox',
  about: 'Acerca de Chalkbox',
  edit: 'Edición',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
  view: 'Ver',
  reload: 'Volver a cargar',
  zoomIn: 'Más grande',
  zoomOut: 'Más pequeño',
  actualSize: 'Tamaño real',
  fullScreen: 'Pantalla completa',
  developerTools: 'Herramientas de desarrollo',
  closeWall: 'Cerrar la ventana del proyector',
  showData: 'Mostrar la carpeta de datos',
  hide: 'Ocultar Chalkbox',
  hideOthers: 'Ocultar las demás',
  showAll: 'Mostrar todo',
  minimise: 'Minimizar',
  window: 'Ventana',
  quit: 'Salir de Chalkbox',
  quitDuringLesson: 'Hay una clase en curso. ¿Salir de Chalkbox?',
  quitDuringLessonDetail:
    'Todas las respuestas marcadas están guardadas. Al abrir Chalkbox de nuevo, la clase sigue donde estaba.',
  stay: 'Seguir',
  serverGone: 'Chalkbox no pudo iniciar su servidor.',
  serverGoneDetail: 'Todo lo guardado está a salvo. El motivo indicado fue: {reason}',
  tryAgain: 'Intentar de nuevo',
};

/** The texts for the first of the system's languages that there is, English otherwise. */
export function textsFor(languages: readonly string[]): Texts {
  const known: Record<string, Texts> = { en: english, es: spanish };
  const first = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in known);
  return known[first ?? 'en'] ?? english;
}
