import type {
  OrderingAnswer,
  OrderingKey,
  OrderingPicture,
  PublicOrdering,
} from '../../../lan-server/questions/ordering/index.ts';
import { useText } from '../../i18n/text.tsx';
import { optionPressed } from '../../phone/option-keys.ts';
import { shuffled } from '../../phone/shuffled.ts';
import { Mark } from '../../ui/Mark.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { InputUi } from '../input-ui.ts';
import { meanPlaces } from './class-order.ts';
import type { OrderingDraft } from './draft.ts';
import { nudged } from './draft.ts';
import styles from './Input.module.css';
import { OrderingRows } from './Rows.tsx';

/** Ordering on the phone: the items, shuffled for each student, are put in order and sent. */
export const orderingInput: InputUi<
  PublicOrdering,
  OrderingAnswer,
  OrderingKey,
  OrderingPicture,
  OrderingDraft
> = {
  sends: 'button',
  start: (question, answer, seatId) => ({
    order: answer?.order ?? shuffled(question.items.length, `${seatId} ${question.id}`),
    held: null,
    moved: null,
  }),
  ready: (_question, { order }) => ({ order }),
  press(question, draft, key) {
    if (key === 'arrowup') return nudged(draft, -1);
    if (key === 'arrowdown') return nudged(draft, 1);
    if (key === 'escape' && draft.held !== null) return { ...draft, held: null };
    const item = optionPressed(key, question.items.length);
    return item === null ? null : { ...draft, held: draft.held === item ? null : item };
  },
  Input: OrderingRows,
  Given: ({ answer, large }) => (
    <span className={large ? styles.large : styles.given}>
      {answer.order.map((item) => (
        <Mark key={item} letter={letterAt(item)} size={large ? 48 : 28} silent />
      ))}
    </span>
  ),
  name: (_question, answer) => answer.order.map((item) => letterAt(item).toUpperCase()).join(', '),
  parts: () => 1,
  keyAnswer: ({ order }) => ({ order }),
  Class({ question, picture, answerKey }) {
    const { t, number } = useText();
    const means = meanPlaces(picture);
    const order =
      answerKey?.order ??
      [...means.keys()].sort((a, b) => (means[a] ?? 0) - (means[b] ?? 0) || a - b);
    return (
      <ol>
        {order.map((item, place) => (
          <li key={item} className={styles.result}>
            <b>{place + 1}</b>
            <Mark letter={letterAt(item)} size={28} keyed={answerKey !== null} />
            <span>{question.items[item]}</span>
            <span className={styles.figure}>
              {answerKey
                ? t('kinds.ordering.phone.here', {
                    given: picture.places[item]?.[place] ?? 0,
                    total: picture.total,
                  })
                : t('kinds.ordering.phone.mean', {
                    mean: number(means[item] ?? 0, { maximumFractionDigits: 1 }),
                  })}
            </span>
          </li>
        ))}
      </ol>
    );
  },
};
