import { useText } from '../../i18n/text.tsx';
import { OptionBars } from '../../options/OptionBars.tsx';
import { OptionMeters } from '../../options/OptionMeters.tsx';
import type { LiveProps } from '../live-props.ts';

/** How many held it for true and for false. */
export function TrueFalseLive({ picture, revealedKey, surface }: LiveProps<'truefalse'>) {
  const { t } = useText();
  const rows = [
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
  ] as const;
  const Rows = surface === 'wall' ? OptionBars : OptionMeters;
  return <Rows rows={rows} total={picture.total} />;
}
