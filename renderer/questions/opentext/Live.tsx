import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { star } from '../../ui/icons.ts';
import type { LiveProps } from '../live-props.ts';
import styles from './OpenText.module.css';

/** The answers that the teacher lets through, as cards on the wall; on the desk their number, the texts stand beside it. */
export function OpenTextLive({ picture, surface }: LiveProps<'opentext'>) {
  const { t } = useText();
  const { total, board } = picture;
  if (surface === 'desk')
    return <p className="small soft">{t('kinds.opentext.wall.total', { count: total })}</p>;
  if (!board || board.columns.length === 0)
    return <p className={styles.hint}>{t('kinds.opentext.wall.none')}</p>;
  return (
    <div className={styles.board}>
      <div className={styles.columns}>
        {board.columns.map((cards, column) => (
          <ul key={column} className={styles.column}>
            {cards.map(({ text, starred, heading }, place) => (
              <li key={place}>
                {heading !== null && <h2 className={styles.heading}>{heading}</h2>}
                <p className={starred ? styles.starred : styles.card}>
                  {starred && (
                    <Icon
                      path={star}
                      className={styles.star}
                      label={t('kinds.opentext.wall.star')}
                    />
                  )}
                  <bdi>{text}</bdi>
                </p>
              </li>
            ))}
          </ul>
        ))}
      </div>
      {board.pages > 1 && (
        <p className={styles.foot}>
          {t('kinds.opentext.wall.page', { page: board.page + 1, count: board.pages })}
        </p>
      )}
    </div>
  );
}
