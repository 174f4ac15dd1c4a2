import { OptionBars } from '../../options/OptionBars.tsx';
import { OptionMeters } from '../../options/OptionMeters.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { LiveProps } from '../live-props.ts';

/** How often each option was picked. */
export function ChoiceLive({ question, picture, revealedKey, surface }: LiveProps<'choice'>) {
  const rows = question.options.map((text, place) => ({
    letter: letterAt(place),
    text,
    count: picture.counts[place] ?? 0,
    keyed: revealedKey?.right === place,
  }));
  const Rows = surface === 'wall' ? OptionBars : OptionMeters;
  return <Rows rows={rows} total={picture.total} />;
}
