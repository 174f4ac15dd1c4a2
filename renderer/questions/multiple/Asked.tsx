import { OptionTiles } from '../../options/OptionTiles.tsx';
import type { AskedProps } from '../live-props.ts';

/** The options on the wall, while results are hidden. */
export function MultipleAsked({ question }: AskedProps<'multiple'>) {
  return <OptionTiles options={question.options} images={question.optionImages} />;
}
