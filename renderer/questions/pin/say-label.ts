import type { SayLabel } from '../live-props.ts';

/** An area without a name is known by its number; pins in none have a row of their own. */
export const sayPin: SayLabel = (label, t) => {
  if (label === 'elsewhere') return t('kinds.pin.wall.elsewhere');
  return /^\d+$/.test(label) ? t('kinds.pin.phone.area', { number: label }) : label;
};
