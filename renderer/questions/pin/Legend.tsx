import type { Area } from '../../../lan-server/questions/pin/index.ts';
import { useText } from '../../i18n/text.tsx';

type LegendProps = {
  areas: readonly Area[];
  classOf: (part: 'list' | 'number' | 'right') => string | undefined;
};

/** What the numbers in the picture stand for, and which are right: in words, not by a colour. */
export function Legend({ areas, classOf }: LegendProps) {
  const { t } = useText();
  return (
    <ol className={classOf('list')}>
      {areas.map((area, place) => {
        const name = area.name.trim() || t('kinds.pin.phone.area', { number: place + 1 });
        return (
          <li key={place}>
            <b className={classOf('number')} aria-hidden="true">
              {place + 1}
            </b>
            <span>
              {name}
              {area.right && (
                <span className={classOf('right')}> ✓ {t('kinds.pin.phone.right')}</span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
