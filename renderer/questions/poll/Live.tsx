import { OptionBars } from '../../options/OptionBars.tsx';
import type { OptionRow } from '../../options/option-row.ts';
import { OptionMeters } from '../../options/OptionMeters.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { LiveProps } from '../live-props.ts';

/** The options with their counts. */
export function pollOptions({
  question,
  picture,
}: Pick<LiveProps<'poll'>, 'question' | 'picture'>): OptionRow[] {
  return question.options.map((text, place) => ({
    letter: letterAt(place),
    text,
    image: question.optionImages?.[place],
    count: picture.counts[place] ?? 0,
    keyed: false,
  }));
}

/** How many students picked each option; where several may be picked, shares may add up to more than all. */
export function PollLive(props: LiveProps<'poll'>) {
  const { picture, surface } = props;
  const Rows = surface === 'wall' ? OptionBars : OptionMeters;
  return <Rows rows={pollOptions(props)} total={picture.total} />;
}
