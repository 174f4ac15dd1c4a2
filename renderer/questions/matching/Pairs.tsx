import { useRef, useState } from 'react';
import type { PublicMatching } from '../../../lan-server/questions/matching/index.ts';
import arrange from '../../arrange/arrange.module.css';
import { useDrag } from '../../arrange/use-drag.ts';
import type { Point } from '../../arrange/use-drag.ts';
import { useText } from '../../i18n/text.tsx';
import { Announcer } from '../../ui/Announcer.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { grip } from '../../ui/icons.ts';
import { Mark } from '../../ui/Mark.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { MatchingDraft } from './draft.ts';
import { choicesOf, joined, tapped } from './draft.ts';
import styles from './Input.module.css';

type PairsProps = {
  question: PublicMatching;
  draft: MatchingDraft;
  onDraft: (draft: MatchingDraft) => void;
};

/** Above this many letters in one text all of them step down a size together. */
const longText = 30;

/** The prompt that lies under a point of the window; null where none does. */
function promptUnder({ x, y }: Point): number | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-prompt]');
  return row ? Number(row.dataset['prompt']) : null;
}

/** Prompts above, choices below: drag a choice to its prompt, or tap one of each, or press letter and number. */
export function MatchingPairs({ question, draft: given, onDraft }: PairsProps) {
  const { t } = useText();
  const list = useRef<HTMLUListElement>(null);
  const [over, setOver] = useState<number | null>(null);
  const { prompts, choices } = question;
  const draft = choicesOf(given, prompts.length, choices.length);
  const { held, changed } = draft;

  useDrag(list, {
    rows: false,
    onOver: (at) => setOver(at && promptUnder(at)),
    onDrop(from, _to, at) {
      const prompt = promptUnder(at);
      if (prompt !== null && draft.choices[prompt] !== from) onDraft(joined(draft, prompt, from));
    },
  });

  const isHeld = (side: 'prompt' | 'choice', at: number) => held?.side === side && held.at === at;
  const promptSaid = (prompt: number) => {
    const choice = draft.choices[prompt] ?? null;
    const words = {
      letter: letterAt(prompt).toUpperCase(),
      prompt: prompts[prompt] ?? '',
      number: choice === null ? '' : choice + 1,
      choice: choice === null ? '' : (choices[choice] ?? ''),
    };
    return t(choice === null ? 'kinds.matching.phone.alone' : 'kinds.matching.phone.pair', words);
  };
  const long = [...prompts, ...choices].some((text) => text.length > longText);
  return (
    <div className={classes(long && arrange.long)}>
      <p className={arrange.hint}>{t('kinds.matching.phone.hint')}</p>
      <ol className={arrange.list}>
        {prompts.map((prompt, at) => {
          const choice = draft.choices[at] ?? null;
          return (
            <li key={at}>
              <button
                type="button"
                data-prompt={at}
                className={classes(
                  arrange.row,
                  (isHeld('prompt', at) || over === at) && arrange.held,
                )}
                aria-pressed={isHeld('prompt', at)}
                onClick={() => onDraft(tapped(draft, { side: 'prompt', at }))}
              >
                <span className={styles.mark}>
                  <Mark letter={letterAt(at)} size={36} silent />
                </span>
                <span className="sr">{letterAt(at).toUpperCase()}</span>
                <span className={styles.half}>{prompt}</span>
                <span className={classes(styles.slot, choice !== null && styles.filled)}>
                  {choice === null ? (
                    <span className="sr">{t('kinds.matching.phone.nothing')}</span>
                  ) : (
                    <>
                      <span className={arrange.plate}>{choice + 1}</span>
                      <span className={styles.slotWords}>{choices[choice]}</span>
                    </>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <h2 className={styles.title}>{t('kinds.matching.phone.choices')}</h2>
      <ul ref={list} className={arrange.list}>
        {choices.map((choice, at) => {
          const prompt = draft.choices.indexOf(at);
          return (
            <li key={at}>
              <button
                type="button"
                className={classes(arrange.row, isHeld('choice', at) && arrange.held)}
                aria-pressed={isHeld('choice', at)}
                onClick={() => onDraft(tapped(draft, { side: 'choice', at }))}
              >
                <span className={arrange.grip} data-grip>
                  <Icon path={grip} />
                  <span className={arrange.plate}>{at + 1}</span>
                </span>
                <span className={arrange.words}>{choice}</span>
                <span className={styles.mark}>
                  {prompt !== -1 && (
                    <>
                      <Mark letter={letterAt(prompt)} size={28} silent />
                      <span className="sr">
                        {t('kinds.matching.phone.used', {
                          letter: letterAt(prompt).toUpperCase(),
                        })}
                      </span>
                    </>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <Announcer>{changed === null ? '' : promptSaid(changed)}</Announcer>
    </div>
  );
}
