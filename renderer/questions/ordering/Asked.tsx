import { OptionTiles } from '../../options/OptionTiles.tsx';
import type { AskedProps } from '../live-props.ts';

/** The items on the wall, in an order that tells nothing. */
export function OrderingAsked({ question }: AskedProps<'ordering'>) {
  return <OptionTiles options={question.items} />;
}
