import { OptionBars } from '../../options/OptionBars.tsx';
import { OptionMeters } from '../../options/OptionMeters.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { LiveProps } from '../live-props.ts';

/** How many students picked each option; where several may be picked, shares may add up to more than all. */
export function PollLive({ question, picture, surface }: LiveProps<'poll'>) {
  const rows = question.options.map((text, place) => ({
    letter: letterAt(place),
    text,
    count: picture.counts[place] ?? 0,
    keyed: false,
  }));
  const Rows = surface === 'wall' ? OptionBars : OptionMeters;
  return <Rows rows={rows} total={picture.total} />;
}
