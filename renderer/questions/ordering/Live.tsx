import { CountMatrix } from '../../arrange/CountMatrix.tsx';
import { useText } from '../../i18n/text.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { LiveProps } from '../live-props.ts';
import styles from './Live.module.css';

/**
 * Items by places, in the order of their letters while answers come in; at the reveal in the right order, so that what is
 * right lies from one corner to the other. Below, the order that was given most often, once two agree.
 */
export function OrderingLive({ question, picture, revealedKey, surface }: LiveProps<'ordering'>) {
  const { t, number } = useText();
  const { total, places, common } = picture;
  const order = revealedKey?.order ?? question.items.map((_, item) => item);
  const isRight = common !== null && revealedKey?.order.join() === common.order.join();
  return (
    <CountMatrix
      caption={t('kinds.ordering.wall.caption')}
      rowHead={t('kinds.ordering.wall.item')}
      columns={question.items.map((_, place) => ({
        head: number(place + 1),
        name: t('kinds.ordering.wall.place', { place: place + 1 }),
      }))}
      rows={order.map((item, place) => ({
        letter: letterAt(item),
        text: question.items[item] ?? '',
        counts: places[item] ?? [],
        right: revealedKey ? place : null,
      }))}
      total={total}
      rightSaid={t('kinds.ordering.wall.right')}
      surface={surface}
    >
      {common && common.count > 1 && (
        <p className={surface === 'wall' ? styles.wall : styles.desk}>
          <span>{t('kinds.ordering.wall.common')}</span>
          <span className={styles.marks}>
            {common.order.map((item) => (
              <span key={item} className={styles.mark}>
                <Mark letter={letterAt(item)} size="box" />
              </span>
            ))}
          </span>
          <span>
            {t('kinds.ordering.wall.times', { count: common.count })}
            {isRight && ` · ${t('kinds.ordering.wall.isRight')}`}
          </span>
        </p>
      )}
    </CountMatrix>
  );
}
