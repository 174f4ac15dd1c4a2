import { useText } from '../../i18n/text.tsx';
import { TypedRows } from '../../typed/TypedRows.tsx';
import { Seal } from '../../ui/Seal.tsx';
import type { LiveProps, PictureOf } from '../live-props.ts';
import styles from './ShortText.module.css';

/** Rows that are read from the back; the rest is a number. */
const shownRows = 6;

/** The words of the rows. */
export function shortTextRoom({ answers }: PictureOf<'shorttext'>) {
  return answers.slice(0, shownRows).map(({ text }) => text);
}

/** What the class typed most, and after the reveal the answer that is shown as right. */
export function ShortTextLive({ picture, revealedKey, surface }: LiveProps<'shorttext'>) {
  const { t } = useText();
  const wall = surface === 'wall';
  const shown = picture.answers.slice(0, shownRows);
  const [first] = revealedKey?.accepted ?? [];
  const others = picture.total - shown.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={wall ? styles.wall : undefined}>
      {first !== undefined && wall && (
        <p className={styles.key}>
          <Seal state="right" silent />
          <bdi>{t('kinds.shorttext.wall.right', { answer: first })}</bdi>
        </p>
      )}
      {shown.length === 0 ? (
        <p className={wall ? styles.foot : styles.deskFoot}>{t('kinds.shorttext.wall.none')}</p>
      ) : (
        <TypedRows rows={shown} total={picture.total} surface={surface} />
      )}
      {others > 0 && (
        <p className={wall ? styles.foot : styles.deskFoot}>
          {t('kinds.shorttext.wall.more', { count: others })}
        </p>
      )}
    </div>
  );
}
