import type { KeyboardEvent } from 'react';
import type { BlanksAnswer, PublicBlanks } from '../../../lan-server/questions/blanks/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ClassBars } from '../../phone/ClassBars.tsx';
import slips from '../../typed/phone.module.css';
import type { InputUi } from '../input-ui.ts';
import styles from './Input.module.css';

type Key = { gaps: string[][] };
type Picture = { total: number; gaps: { filled: number; right?: number | undefined }[] };

/** As many letters as the laptop takes in one gap. */
const maxLetters = 80;
/** Words that can still be read in one headline. */
const shortName = 40;

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
const given = ({ gaps }: BlanksAnswer) => gaps.filter((text) => text !== '');

/** Enter goes on to the next gap; in the last one it sends, as in any form. */
function goOn(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'Enter') return;
  const fields = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('input, select'));
  const next = fields[fields.indexOf(event.target as HTMLElement) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Fill in the blanks on the phone: the text with a field at each gap, then Send. */
export const blanksInput: InputUi<PublicBlanks, BlanksAnswer, Key, Picture, string[]> = {
  sends: 'button',
  start: ({ gaps }, answer) => gaps.map((_, place) => answer?.gaps[place] ?? ''),
  ready({ gaps }, draft) {
    const texts = gaps.map((_, place) => tidy(draft[place] ?? ''));
    return texts.every((text) => text === '') ? null : { gaps: texts };
  },
  press: () => null,
  Input({ question: { parts, gaps }, draft, onDraft }) {
    const { t } = useText();
    const put = (place: number, text: string) =>
      onDraft(gaps.map((_, at) => (at === place ? text : (draft[at] ?? ''))));
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only carries the focus on
      <div className={styles.text} onKeyDown={goOn}>
        {parts.map((part, place) => {
          const gap = gaps[place];
          const label = t('kinds.blanks.phone.gap', { number: place + 1, of: gaps.length });
          const value = draft[place] ?? '';
          return (
            <span key={place}>
              <span className={styles.part}>{part}</span>
              {gap?.options === null && (
                <input
                  className={styles.gap}
                  type="text"
                  value={value}
                  maxLength={maxLetters}
                  aria-label={label}
                  placeholder={String(place + 1)}
                  autoComplete="off"
                  autoCapitalize="none"
                  autoCorrect="off"
                  spellCheck={false}
                  enterKeyHint={place === gaps.length - 1 ? 'send' : 'next'}
                  onInput={(event) => put(place, event.currentTarget.value)}
                />
              )}
              {gap?.options && (
                <select
                  className={styles.gap}
                  value={value}
                  aria-label={label}
                  onChange={(event) => put(place, event.currentTarget.value)}
                >
                  <option value="">{t('kinds.blanks.phone.choose', { number: place + 1 })}</option>
                  {gap.options.map((option) => (
                    <option key={option} value={option}>
                      {option}
                    </option>
                  ))}
                </select>
              )}
            </span>
          );
        })}
      </div>
    );
  },
  Given: ({ answer, large }) => (
    <span className={large ? slips.large : slips.sealed}>
      {answer.gaps.map((text, place) => (
        <bdi key={place} className={text === '' ? styles.empty : slips.slip}>
          {text === '' ? '–' : text}
        </bdi>
      ))}
    </span>
  ),
  name(_question, answer) {
    const joined = given(answer).join(', ');
    return joined.length <= shortName ? joined : null;
  },
  parts: (answer) => given(answer).length,
  keyAnswer: (key) => ({ gaps: key.gaps.map(([first = '']) => first) }),
  Class: ({ picture, answerKey }) => (
    <ClassBars
      rows={picture.gaps.map(({ filled, right }, place) => ({
        label: `${place + 1} · ${answerKey?.gaps[place]?.[0] ?? '–'}`,
        count: right ?? filled,
        right: false,
      }))}
    />
  ),
};
