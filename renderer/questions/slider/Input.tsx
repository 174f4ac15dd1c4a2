import type { Histogram } from '../../../lan-server/questions/histogram.ts';
import { placesOf, placeValue } from '../../../lan-server/questions/places.ts';
import { acceptedBy } from '../../../lan-server/questions/slider/accepted.ts';
import type {
  PublicSlider,
  SliderAnswer,
  SliderKey,
} from '../../../lan-server/questions/slider/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ClassNumbers } from '../../numbers/ClassNumbers.tsx';
import { figure } from '../../numbers/figures.ts';
import { NumberPlate } from '../../numbers/NumberPlate.tsx';
import { classes } from '../../ui/classes.ts';
import type { InputUi } from '../input-ui.ts';
import styles from './Input.module.css';
import { saySliderKey } from './say-key.ts';

/** The place of the thumb, counted from 0; null: nobody has touched it yet, so there is no answer. */
type Draft = number | null;

/** Where the thumb waits to be moved. */
function middleOf(question: PublicSlider): number {
  return Math.floor((placesOf(question) - 1) / 2);
}

/** A slider is moved, then sent; the figure above it says where it stands. */
export const sliderInput: InputUi<PublicSlider, SliderAnswer, SliderKey, Histogram, Draft> = {
  sends: 'button',
  start: (question, answer) =>
    answer === null ? null : Math.round((answer.at - question.min) / question.step),
  ready: (question, draft) => (draft === null ? null : { at: placeValue(question, draft) }),
  press: () => null,
  Input({ question, draft, onDraft }) {
    const text = useText();
    const { t } = text;
    const { min, max, unit, low, high } = question;
    const last = placesOf(question) - 1;
    const at = draft ?? middleOf(question);
    const figureAt = figure(placeValue(question, at), unit, text);
    // Who wants the very place where it waits taps the thumb, which moves nothing.
    const settle = () => {
      if (draft === null) onDraft(at);
    };
    const moved = (place: number) => onDraft(Math.min(last, Math.max(0, place)));
    return (
      <div>
        <p className={styles.figure} aria-hidden="true">
          {draft === null ? (
            <span className={styles.wait}>{t('kinds.slider.phone.move')}</span>
          ) : (
            figureAt
          )}
        </p>
        <div className={styles.row}>
          <button
            type="button"
            className={styles.step}
            aria-label={t('kinds.slider.phone.less')}
            onClick={() => moved(draft === null ? at : at - 1)}
          >
            −
          </button>
          <input
            className={classes(styles.slider, draft === null && styles.untouched)}
            type="range"
            min={0}
            max={last}
            step={1}
            value={at}
            aria-label={t('kinds.slider.phone.field')}
            aria-valuetext={draft === null ? t('kinds.slider.phone.none') : figureAt}
            onInput={(event) => moved(Number(event.currentTarget.value))}
            onClick={settle}
            onTouchEnd={settle}
            onKeyUp={(event) => {
              if (event.key !== 'Tab' && event.key !== 'Shift') settle();
            }}
          />
          <button
            type="button"
            className={styles.step}
            aria-label={t('kinds.slider.phone.more')}
            onClick={() => moved(draft === null ? at : at + 1)}
          >
            +
          </button>
        </div>
        <p className={styles.ends}>
          <span>
            {figure(min, unit, text)} {low}
          </span>
          <span>
            {figure(max, unit, text)} {high}
          </span>
        </p>
      </div>
    );
  },
  Given: ({ question, answer, large }) => (
    <NumberPlate numbers={[answer.at, answer.at]} unit={question.unit} large={large} />
  ),
  name: (question, answer, text) => figure(answer.at, question.unit, text),
  parts: () => 1,
  keyAnswer: (key) => ({ at: key.target }),
  Key: ({ question, answerKey }) => (
    <NumberPlate numbers={acceptedBy(answerKey)} unit={question.unit} />
  ),
  keyName: saySliderKey,
  Class: ({ question, picture, answerKey }) => (
    <ClassNumbers
      histogram={picture}
      unit={question.unit}
      accepted={answerKey && acceptedBy(answerKey)}
    />
  ),
};
