import { OptionBars } from '../../options/OptionBars.tsx';
import type { OptionRow } from '../../options/option-row.ts';
import { OptionMeters } from '../../options/OptionMeters.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { LiveProps } from '../live-props.ts';

/** The options with their counts. */
export function choiceOptions({
  question,
  picture,
  revealedKey,
}: Omit<LiveProps<'choice'>, 'surface'>): OptionRow[] {
  return question.options.map((text, place) => ({
    letter: letterAt(place),
    text,
    image: question.optionImages?.[place],
    count: picture.counts[place] ?? 0,
    keyed: revealedKey?.right === place,
  }));
}

/** How often each option was picked. */
export function ChoiceLive(props: LiveProps<'choice'>) {
  const { picture, surface } = props;
  const rows = choiceOptions(props);
  const Rows = surface === 'wall' ? OptionBars : OptionMeters;
  return <Rows rows={rows} total={picture.total} />;
}
