import type {
  MatchingAnswer,
  MatchingKey,
  MatchingPicture,
  PublicMatching,
} from '../../../lan-server/questions/matching/index.ts';
import arrange from '../../arrange/arrange.module.css';
import { listText } from '../../i18n/list-text.ts';
import { useText } from '../../i18n/text.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { InputUi } from '../input-ui.ts';
import type { Held, MatchingDraft } from './draft.ts';
import { choicesOf, tapped } from './draft.ts';
import styles from './Input.module.css';
import { MatchingPairs } from './Pairs.tsx';

/** What a key stands for: a–h a prompt, 1–9 a choice. The keyboard has no ten: 0 stands for it. */
function pressed(question: PublicMatching, key: string): Held | null {
  const prompt = key.length === 1 ? 'abcdefgh'.indexOf(key) : -1;
  if (prompt >= 0 && prompt < question.prompts.length) return { side: 'prompt', at: prompt };
  const choice = /^[0-9]$/.test(key) ? (Number(key) || 10) - 1 : -1;
  return choice >= 0 && choice < question.choices.length ? { side: 'choice', at: choice } : null;
}

/** The pairs of an answer, without the prompts that were left alone. */
const pairsOf = ({ choices }: { choices: readonly (number | null)[] }) =>
  choices.flatMap((choice, prompt) => (choice === null ? [] : [{ prompt, choice }]));

/** Where most put something: the choice given most often to a prompt. */
const mostGiven = (counts: readonly number[]) => counts.indexOf(Math.max(...counts));

/** Matching on the phone: each prompt gets one of the choices, then Send. */
export const matchingInput: InputUi<
  PublicMatching,
  MatchingAnswer,
  MatchingKey,
  MatchingPicture,
  MatchingDraft
> = {
  sends: 'button',
  start: (question, answer) => ({
    choices: answer?.choices ?? question.prompts.map(() => null),
    held: null,
    changed: null,
  }),
  ready(question, draft) {
    const { choices } = choicesOf(draft, question.prompts.length, question.choices.length);
    return choices.every((choice) => choice === null) ? null : { choices };
  },
  press(question, draft, key) {
    if (key === 'escape' && draft.held !== null) return { ...draft, held: null };
    const at = pressed(question, key);
    return at && tapped(draft, at);
  },
  Input: MatchingPairs,
  Given: ({ answer, large }) => (
    <span className={large ? styles.large : styles.given}>
      {pairsOf(answer).map(({ prompt, choice }) => (
        <span key={prompt} className={styles.pair}>
          <Mark letter={letterAt(prompt)} size={large ? 36 : 22} silent />
          <span className={arrange.plate}>{choice + 1}</span>
        </span>
      ))}
    </span>
  ),
  name: (_question, answer, text) =>
    listText(
      pairsOf(answer).map(
        ({ prompt, choice }) => `${letterAt(prompt).toUpperCase()}${text.number(choice + 1)}`,
      ),
      text,
    ),
  parts: (answer) => pairsOf(answer).length,
  keyAnswer: ({ choices }) => ({ choices }),
  Class({ question, picture, answerKey }) {
    const { t } = useText();
    return (
      <ul>
        {question.prompts.map((prompt, at) => {
          const counts = picture.matched[at] ?? [];
          const choice = answerKey?.choices[at] ?? mostGiven(counts);
          return (
            <li key={at} className={styles.result}>
              <Mark letter={letterAt(at)} size={28} keyed={answerKey !== null} />
              <span>
                {t('kinds.matching.phone.together', {
                  prompt,
                  choice: question.choices[choice] ?? '',
                })}
              </span>
              <span className={styles.figure}>
                {t('kinds.matching.phone.given', {
                  given: counts[choice] ?? 0,
                  total: picture.total,
                })}
              </span>
            </li>
          );
        })}
      </ul>
    );
  },
};
