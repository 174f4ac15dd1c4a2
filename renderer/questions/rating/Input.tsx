import type { PublicRating, RatingAnswer } from '../../../lan-server/questions/rating/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ClassBars } from '../../phone/ClassBars.tsx';
import { classes } from '../../ui/classes.ts';
import type { InputUi } from '../input-ui.ts';
import styles from './Input.module.css';

type Picture = { total: number; counts: number[]; mean: number | null };

/** A rating on the phone: a tap on a step is the answer. */
export const ratingInput: InputUi<PublicRating, RatingAnswer, never, Picture, number | null> = {
  sends: 'tap',
  start: (_question, answer) => answer?.rating ?? null,
  ready: (_question, draft) => (draft === null ? null : { rating: draft }),
  press(question, _draft, key) {
    if (!/^[0-9]$/.test(key)) return null;
    // The keyboard has no ten: 0 stands for it, as it does above the letters.
    const step = Number(key) || 10;
    return step <= question.steps ? step : null;
  },
  Input({ question, draft, onDraft }) {
    const { t } = useText();
    const { steps, low, high } = question;
    const saying = (step: number) => (step === 1 ? low : step === steps ? high : '');
    // Up to five fit beside each other; more stand in two rows of equal length.
    const inRow = steps > 5 ? Math.ceil(steps / 2) : steps;
    return (
      <div>
        <div className={styles.steps} style={{ gridTemplateColumns: `repeat(${inRow}, 1fr)` }}>
          {Array.from({ length: steps }, (_, place) => place + 1).map((step) => (
            <button
              key={step}
              type="button"
              className={classes(styles.step, draft === step && styles.picked)}
              aria-pressed={draft === step}
              aria-label={t('kinds.rating.phone.step', {
                step,
                steps,
                saying: saying(step),
              }).trim()}
              onClick={() => onDraft(step)}
            >
              {step}
            </button>
          ))}
        </div>
        {(low || high) && (
          <p className={styles.ends} aria-hidden="true">
            <span>{low && `1 ${low}`}</span>
            <span>{high && `${steps} ${high}`}</span>
          </p>
        )}
      </div>
    );
  },
  Given: ({ answer, large }) => (
    <span className={classes(styles.plate, large && styles.large)}>{answer.rating}</span>
  ),
  name: (_question, answer) => String(answer.rating),
  parts: () => 1,
  keyAnswer: () => null,
  Class({ question, picture }) {
    const { t, number } = useText();
    const { low, high, steps } = question;
    return (
      <>
        <ClassBars
          rows={picture.counts.map((count, place) => ({
            label: [place + 1, place === 0 ? low : place === steps - 1 ? high : '']
              .join(' ')
              .trim(),
            count,
            right: false,
          }))}
        />
        {picture.mean !== null && (
          <p className={styles.mean}>
            {t('kinds.rating.phone.mean', {
              mean: number(picture.mean, { maximumFractionDigits: 1 }),
            })}
          </p>
        )}
      </>
    );
  },
};
