import { useRef } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Meter } from '../../ui/Meter.tsx';
import type { LiveProps, PictureOf } from '../live-props.ts';
import { useCloud } from './use-cloud.ts';
import styles from './WordCloud.module.css';

type Picture = PictureOf<'wordcloud'>;

/** The words of the class: a cloud on the wall, the most frequent as rows on the desk. */
export function WordCloudLive({ picture, surface }: LiveProps<'wordcloud'>) {
  return surface === 'wall' ? <WallCloud picture={picture} /> : <DeskWords picture={picture} />;
}

function WallCloud({ picture }: { picture: Picture }) {
  const { t, number } = useText();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useCloud(box, picture.words);
  const { cloud, size } = drawn ?? { cloud: null, size: { width: 1, height: 1 } };
  const most = Math.max(1, ...picture.words.map((word) => word.count));
  const left = picture.distinct - (cloud?.words.length ?? 0);
  return (
    <div className={styles.wall}>
      <div ref={box} className={styles.box}>
        {cloud && (
          <svg
            className={styles.cloud}
            viewBox={`${-size.width / 2} ${-size.height / 2} ${size.width} ${size.height}`}
            aria-hidden="true"
            data-cloud
          >
            {cloud.words.map((word) => (
              <text
                key={word.text}
                className={word.count > most / 2 ? styles.heavy : styles.word}
                style={{
                  transform: `translate(${word.x}px, ${word.y}px)`,
                  fontSize: word.size,
                  fontWeight: word.weight,
                }}
              >
                {word.text}
              </text>
            ))}
          </svg>
        )}
        {picture.words.length === 0 && (
          <p className={styles.none}>{t('kinds.wordcloud.wall.none')}</p>
        )}
        <ul className="sr">
          {picture.words.map((word) => (
            <li key={word.text}>
              {word.text}: {number(word.count)}
            </li>
          ))}
        </ul>
      </div>
      {picture.words.length > 0 && (
        <p className={styles.foot}>
          {t('kinds.wordcloud.wall.distinct', { count: picture.distinct })}
          {cloud && cloud.words.length > 0 && left > 0 && (
            <> · {t('kinds.wordcloud.wall.more', { count: left })}</>
          )}
        </p>
      )}
    </div>
  );
}

/** Rows that fit the console's column without scrolling. */
const deskRows = 8;

function DeskWords({ picture }: { picture: Picture }) {
  const { t, number } = useText();
  const shown = picture.words.slice(0, deskRows);
  const most = Math.max(1, ...shown.map((word) => word.count));
  const left = picture.distinct - shown.length;
  if (shown.length === 0)
    return <p className={styles.deskMore}>{t('kinds.wordcloud.wall.none')}</p>;
  return (
    <div>
      <ol className={styles.rows}>
        {shown.map((word) => (
          <li key={word.text} className={styles.row}>
            <span className={styles.label}>{word.text}</span>
            <Meter share={word.count / most} height={12} bare />
            <b className={styles.count}>{number(word.count)}</b>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <p className={styles.deskMore}>{t('kinds.wordcloud.wall.more', { count: left })}</p>
      )}
    </div>
  );
}
