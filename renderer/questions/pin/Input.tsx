import { centreOf } from '../../../lan-server/questions/pin/areas.ts';
import type {
  PinAnswer,
  PinKey,
  PinPicture,
  Point,
  PublicPin,
} from '../../../lan-server/questions/pin/index.ts';
import { listText } from '../../i18n/list-text.ts';
import type { InputUi } from '../input-ui.ts';
import styles from './Input.module.css';
import { Legend } from './Legend.tsx';
import { PinMap } from './PinMap.tsx';
import { Placing } from './Placing.tsx';
import type { Draft } from './placing.ts';

/** The key drawn as an answer, with the names of its areas; no answer of a student has any. */
type KeyAsAnswer = PinAnswer & { names: string[] };

const pointsOf = ({ pins }: PinAnswer): Point[] => pins.filter((pin): pin is Point => 'x' in pin);
const namesOf = ({ places }: PublicPin, { pins }: PinAnswer): string[] =>
  pins
    .map((pin) => ('area' in pin ? places.find(({ area }) => area === pin.area) : undefined))
    .map((place) => (place ? place.name : ''))
    .filter((name) => name !== '');

/** Pins on a picture, on the phone: tap, drag, arrow keys, or the names of areas; then Send. */
export const pinInput: InputUi<PublicPin, PinAnswer, PinKey, PinPicture, Draft> = {
  sends: 'button',
  drawsImage: true,
  start: (_question, answer) => ({ pins: answer?.pins ?? [], active: 0 }),
  ready: (_question, { pins }) => (pins.length === 0 ? null : { pins }),
  press: () => null,
  Input: ({ question, draft, onDraft }) => <Placing {...{ question, draft, onDraft }} />,
  Given({ question, answer, large }) {
    const points = pointsOf(answer);
    const { image } = question;
    const high = large ? 148 : 72;
    const wide = image ? Math.min(large ? 280 : 110, (high * image.width) / image.height) : high;
    if (points.length === 0)
      return <span className={styles.names}>{namesOf(question, answer).join(', ')}</span>;
    return (
      <span className={styles.given} style={{ width: `${wide}px` }}>
        <PinMap image={image} small pins={points} className={styles.map} />
      </span>
    );
  },
  name(question, answer, text) {
    const { names } = answer as Partial<KeyAsAnswer>;
    if (names) return names.length > 0 ? listText(names, text) : text.t('kinds.pin.phone.marked');
    const chosen = namesOf(question, answer);
    return chosen.length === answer.pins.length ? listText(chosen, text) : null;
  },
  parts: ({ pins }) => pins.length,
  keyAnswer(key) {
    const right = key.areas.filter((area) => area.right);
    const named = right.map(({ name }) => name.trim());
    const answer: KeyAsAnswer = {
      pins: right.map(centreOf),
      names: named.indexOf('') >= 0 ? [] : named,
    };
    return answer;
  },
  Class: ({ question, picture, answerKey }) => (
    <div>
      <PinMap
        image={question.image}
        small
        cells={picture.cells}
        areas={answerKey?.areas}
        className={styles.map}
      />
      {answerKey && <Legend areas={answerKey.areas} classOf={(part) => styles[part]} />}
    </div>
  ),
};
