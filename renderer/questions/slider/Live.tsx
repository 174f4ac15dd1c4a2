import { acceptedBy } from '../../../lan-server/questions/slider/accepted.ts';
import { HistogramBars } from '../../numbers/HistogramBars.tsx';
import { HistogramMeters } from '../../numbers/HistogramMeters.tsx';
import type { LiveProps } from '../live-props.ts';

/** Where the class stands on the scale, and after the reveal what is right. */
export function SliderLive({ question, picture, revealedKey, surface }: LiveProps<'slider'>) {
  const accepted = revealedKey && acceptedBy(revealedKey);
  const drawn = { histogram: picture, unit: question.unit, accepted };
  return surface === 'wall' ? (
    <HistogramBars {...drawn} most={picture.bins.length} />
  ) : (
    <HistogramMeters {...drawn} />
  );
}
