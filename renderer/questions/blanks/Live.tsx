import { useText } from '../../i18n/text.tsx';
import { countWords } from '../../options/count-words.ts';
import { Meter } from '../../ui/Meter.tsx';
import { Seal } from '../../ui/Seal.tsx';
import type { LiveProps, PictureOf } from '../live-props.ts';
import styles from './Blanks.module.css';

type Props = LiveProps<'blanks'>;

/** The words in the gaps. */
export function blanksRoom({ gaps }: PictureOf<'blanks'>) {
  return gaps.map(({ answers: [top], wrong }) => [top?.text, wrong?.text]);
}

/** What the class put into the gaps: the text filled in on the wall, a row a gap on the desk. */
export function BlanksLive(props: Props) {
  return props.surface === 'wall' ? <FilledText {...props} /> : <GapRows {...props} />;
}

/** What stands in a gap: after the reveal what is right, before it what most put in. */
function useGaps({ question, picture, revealedKey }: Props) {
  const text = useText();
  return question.gaps.map((_, place) => {
    const gap = picture.gaps[place];
    const [top] = gap?.answers ?? [];
    const right = revealedKey?.gaps[place]?.[0];
    const count = right === undefined ? (top?.count ?? 0) : (gap?.right ?? 0);
    const words = countWords(count, picture.total, text);
    return {
      right: right !== undefined,
      word: right ?? top?.text ?? null,
      share: picture.total === 0 ? 0 : count / picture.total,
      counted: words.percent ?? `${words.count} / ${text.number(picture.total)}`,
      wrong: (right !== undefined && gap?.wrong) || null,
    };
  });
}

function FilledText(props: Props) {
  const { t } = useText();
  const gaps = useGaps(props);
  const wrong = gaps.flatMap((gap, place) => (gap.wrong ? [{ place, ...gap.wrong }] : []));
  return (
    <div className={styles.wall}>
      <p className={styles.text}>
        {props.question.parts.map((part, place) => {
          const gap = gaps[place];
          return (
            <span key={place}>
              <span className={styles.plain}>{part}</span>
              {gap && (
                <span className={styles.filled}>
                  <span className={styles.word}>
                    <span className={styles.number}>{place + 1}</span>
                    {gap.right && <Seal state="right" small className={styles.seal} />}
                    <bdi>{gap.word ?? '–'}</bdi>
                    <b className={styles.counted}>{gap.counted}</b>
                  </span>
                  <Meter share={gap.share} height={10} />
                </span>
              )}
            </span>
          );
        })}
      </p>
      {wrong.length > 0 && (
        <p className={styles.wrong}>
          {t('kinds.blanks.wall.wrong')}{' '}
          {wrong.map(({ place, text, count }) => (
            <span key={place} className={styles.slip}>
              <b>{place + 1}</b> <bdi>{text}</bdi> ({count})
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function GapRows(props: Props) {
  const { t } = useText();
  const { picture } = props;
  const gaps = useGaps(props);
  return (
    <ol className={styles.rows}>
      {gaps.map((gap, place) => {
        const { right, wrong } = picture.gaps[place] ?? {};
        const share = right === undefined ? gap.share : right / Math.max(1, picture.total);
        return (
          <li key={place} className={styles.row}>
            <b>{place + 1}</b>
            <span className={styles.deskWord}>
              <bdi>{gap.word ?? '–'}</bdi>
            </span>
            <Meter share={share} height={12} />
            <b className={styles.deskCount}>
              {right === undefined ? gap.counted : t('kinds.blanks.wall.right', { count: right })}
            </b>
            {wrong && (
              <span className={styles.deskWrong}>
                {t('kinds.blanks.wall.wrong')} <bdi>{wrong.text}</bdi> ({wrong.count})
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
