/** A mark drawn in a 24 × 24 box with strokes only. Each is a constant of its own: a page carries only those it uses. */
export type IconPath = {
  readonly d: string;
  /** Stroke width where dots are drawn as very short lines. */
  readonly weight?: number;
};

/** Tick on a ledge: the answer is on the laptop's disk. Never means “right”. */
export const stored: IconPath = { d: 'M6 10.5 10.5 15 18.5 6.5M4 20h16' };
/** Arrow above the ledge: kept on the device, not yet sent. */
export const held: IconPath = { d: 'M12 15.5v-11M7 9.5l5-5 5 5M4 20h16' };
/** Plain tick: right, after the reveal. Never means “stored”. */
export const check: IconPath = { d: 'M5 12.5 9.5 17 19 7.5' };

export const alert: IconPath = {
  d: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7.5v5.2M12 16v.3',
};
export const arrowDown: IconPath = { d: 'M12 4.5v15M6 13.5l6 6 6-6' };
export const arrowLeft: IconPath = { d: 'M19.5 12h-15M10.5 6l-6 6 6 6' };
export const arrowRight: IconPath = { d: 'M4.5 12h15M13.5 6l6 6-6 6' };
export const arrowUp: IconPath = { d: 'M12 19.5v-15M6 10.5l6-6 6 6' };
export const book: IconPath = {
  d: 'M4.5 4.5h5A2.5 2.5 0 0 1 12 7v13a2.5 2.5 0 0 0-2.5-2.5h-5zM19.5 4.5h-5A2.5 2.5 0 0 0 12 7v13a2.5 2.5 0 0 1 2.5-2.5h5z',
};
export const card: IconPath = { d: 'M5.5 3h13v18h-13zM9 8.5h6v6H9z' };
export const chart: IconPath = { d: 'M5 20v-8M12 20V4M19 20v-5' };
export const clock: IconPath = {
  d: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0M12 7.5V12l3 2',
};
export const close: IconPath = { d: 'M6 6l12 12M18 6 6 18' };
export const down: IconPath = { d: 'm5.5 9 6.5 6.5L18.5 9' };
export const download: IconPath = { d: 'M12 4v11M7 10.5l5 5 5-5M5 20h14' };
export const enlarge: IconPath = {
  d: 'M14 4.5h5.5V10M19.5 4.5 13 11M10 19.5H4.5V14M4.5 19.5 11 13',
};
export const eye: IconPath = {
  d: 'M2.5 12c2.2-4 5.4-6 9.5-6s7.3 2 9.5 6c-2.2 4-5.4 6-9.5 6s-7.3-2-9.5-6zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0',
};
export const gear: IconPath = {
  d: 'M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2',
};
export const grip: IconPath = {
  d: 'M9.5 6v.1M14.5 6v.1M9.5 12v.1M14.5 12v.1M9.5 18v.1M14.5 18v.1',
  weight: 2.4,
};
export const hand: IconPath = { d: 'M4.5 5h15v11H11l-4.5 4v-4h-2zM12 8v2.7M12 13v.2' };
export const home: IconPath = { d: 'm4 11 8-7 8 7v9h-5.5v-6h-5v6H4z' };
export const image: IconPath = {
  d: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.1',
};
export const list: IconPath = { d: 'M9.5 6H20M9.5 12H20M9.5 18H20M4.5 6h.1M4.5 12h.1M4.5 18h.1' };
export const lock: IconPath = { d: 'M5 10.5h14v10H5zM8 10.5V8a4 4 0 0 1 8 0v2.5' };
export const minus: IconPath = { d: 'M5 12h14' };
export const more: IconPath = { d: 'M6 12h.1M12 12h.1M18 12h.1', weight: 2.6 };
export const open: IconPath = { d: 'M13 4.5h6.5V11M19.5 4.5l-9 9M17 14v5.5H4.5V7H10' };
export const pause: IconPath = { d: 'M8.5 6v12m7-12v12' };
export const pencil: IconPath = { d: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5' };
export const phone: IconPath = { d: 'M7 3h10v18H7zM11 17.5h2' };
export const play: IconPath = { d: 'M6.5 5v14L18 12z' };
export const plus: IconPath = { d: 'M12 5v14M5 12h14' };
export const print: IconPath = { d: 'M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z' };
export const redo: IconPath = { d: 'm16 4.5 4 4-4 4M20 8.5H9.5a5.5 5.5 0 0 0 0 11H14' };
export const right: IconPath = { d: 'm9.5 5.5 6.5 6.5-6.5 6.5' };
export const ring: IconPath = { d: 'M5.5 12a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0' };
export const search: IconPath = {
  d: 'M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0M16 16l4.5 4.5',
};
export const speaker: IconPath = {
  d: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
};
export const star: IconPath = {
  d: 'm12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
};
export const trash: IconPath = { d: 'M4.5 7h15M9 7V4.5h6V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5' };
export const undo: IconPath = { d: 'M8 4.5 4 8.5l4 4M4 8.5h10.5a5.5 5.5 0 0 1 0 11H10' };
export const users: IconPath = {
  d: 'M5.7 8a3.3 3.3 0 1 0 6.6 0a3.3 3.3 0 1 0 -6.6 0M3 20c0-4 2.7-6 6-6s6 2 6 6M16 5a3.2 3.2 0 0 1 0 6M17.5 14.3c2.2.7 3.5 2.7 3.5 5.7',
};
export const wall: IconPath = { d: 'M3 4.5h18M4.5 4.5v11h15v-11M12 15.5V20M8.5 20h7' };
export const wifi: IconPath = {
  d: 'M3.5 9.8a12.5 12.5 0 0 1 17 0M6.7 13.2a8 8 0 0 1 10.6 0M10 16.6a3.2 3.2 0 0 1 4 0',
};
export const wifiOff: IconPath = {
  d: 'M4 4l16 16M3.5 9.8a12.5 12.5 0 0 1 4.3-2.7M12 6.5a12.5 12.5 0 0 1 8.5 3.3M6.7 13.2a8 8 0 0 1 4.3-2M10 16.6a3.2 3.2 0 0 1 4 0',
};
/** Two who talk with each other. */
export const talk: IconPath = {
  d: 'M3.5 4.5h11v8H8.5L5.5 15.5v-3h-2zM17 9h3.5v8h-2v3l-3-3h-6v-2',
};
export const clap: IconPath = {
  d: 'M7.5 12.5 12 8a1.4 1.4 0 0 1 2 2l-3 3m3-3 1.8-1.8a1.4 1.4 0 0 1 2 2L13 15m4-4a1.4 1.4 0 0 1 2 2l-4.5 5a5 5 0 0 1-7.3.2L5.5 16.5a3 3 0 0 1 0-4L9 9M8 3.5v2M4.5 5 6 6.4M12 3.5l-.6 1.8',
};
export const heart: IconPath = {
  d: 'M12 19.5 4.8 12.3a4.5 4.5 0 0 1 6.4-6.3l.8.8.8-.8a4.5 4.5 0 0 1 6.4 6.3z',
};
export const idea: IconPath = {
  d: 'M9 16.5a6 6 0 1 1 6 0V18H9zM9.8 21h4.4',
};
export const wow: IconPath = {
  d: 'M12 3.5l2.4 5.2 5.6.7-4.1 3.9 1 5.7-4.9-2.8-4.9 2.8 1-5.7L4 9.4l5.6-.7z',
};
