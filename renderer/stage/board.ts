/** The wall is drawn for 1920 × 1080; everything on it is measured in these px. */
const design = { width: 1920, height: 1080 };

export type Board = {
  /** CSS px of the window for one px of the design. */
  scale: number;
  /** The virtual board, at least 1920 × 1080, in the window's own proportions. */
  width: number;
  height: number;
};

/**
 * Fits the design into a window of any proportions: the tighter side sets the scale, and along the other side the board
 * grows until it fills the window. `width` and `height` in CSS px; nothing is ever drawn smaller than the window allows.
 */
export function boardFor(width: number, height: number): Board {
  const scale = Math.max(0.01, Math.min(width / design.width, height / design.height));
  return { scale, width: Math.ceil(width / scale), height: Math.ceil(height / scale) };
}
