import { acceptedBy } from '../../../lan-server/questions/numeric/accepted.ts';
import { HistogramBars } from '../../numbers/HistogramBars.tsx';
import { HistogramMeters } from '../../numbers/HistogramMeters.tsx';
import type { LiveProps } from '../live-props.ts';

/** Ten, and one at each end for what lies far outside. */
const mostBars = 12;

/** The numbers of the class, and after the reveal which are right. */
export function NumericLive({ question, picture, revealedKey, surface }: LiveProps<'numeric'>) {
  const accepted = revealedKey && acceptedBy(revealedKey);
  const drawn = { histogram: picture, unit: question.unit, accepted };
  return surface === 'wall' ? (
    <HistogramBars {...drawn} most={mostBars} />
  ) : (
    <HistogramMeters {...drawn} />
  );
}
