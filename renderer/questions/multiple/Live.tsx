import { OptionBars } from '../../options/OptionBars.tsx';
import { OptionMeters } from '../../options/OptionMeters.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { LiveProps } from '../live-props.ts';

/** How many students picked each option; shares are of the students, so they may add up to more than all. */
export function MultipleLive({ question, picture, revealedKey, surface }: LiveProps<'multiple'>) {
  const rows = question.options.map((text, place) => ({
    letter: letterAt(place),
    text,
    image: question.optionImages?.[place],
    count: picture.counts[place] ?? 0,
    keyed: revealedKey?.right.includes(place) ?? false,
  }));
  const Rows = surface === 'wall' ? OptionBars : OptionMeters;
  return <Rows rows={rows} total={picture.total} />;
}
