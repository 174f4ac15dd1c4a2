import type { TextApi } from '../../i18n/text.tsx';
import { useText } from '../../i18n/text.tsx';
import { OptionBars } from '../../options/OptionBars.tsx';
import type { OptionRow } from '../../options/option-row.ts';
import { OptionMeters } from '../../options/OptionMeters.tsx';
import type { LiveProps } from '../live-props.ts';

/** True and false with their counts. */
export function trueFalseOptions(
  { picture, revealedKey }: Omit<LiveProps<'truefalse'>, 'surface'>,
  t: TextApi['t'],
): OptionRow[] {
  return [
    {
      letter: 'a',
      text: t('kinds.truefalse.wall.yes'),
      count: picture.yes,
      keyed: revealedKey?.right === true,
    },
    {
      letter: 'b',
      text: t('kinds.truefalse.wall.no'),
      count: picture.no,
      keyed: revealedKey?.right === false,
    },
  ];
}

/** How many held it for true and for false. */
export function TrueFalseLive(props: LiveProps<'truefalse'>) {
  const { t } = useText();
  const Rows = props.surface === 'wall' ? OptionBars : OptionMeters;
  return <Rows rows={trueFalseOptions(props, t)} total={props.picture.total} />;
}
