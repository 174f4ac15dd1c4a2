import { CountMatrix } from '../../arrange/CountMatrix.tsx';
import { useText } from '../../i18n/text.tsx';
import { letterAt } from '../../ui/shapes.ts';
import type { LiveProps } from '../live-props.ts';
import styles from './Wall.module.css';

/** Prompts by choices: how often each choice was given to each prompt; at the reveal with what belongs together. */
export function MatchingLive({ question, picture, revealedKey, surface }: LiveProps<'matching'>) {
  const { t, number } = useText();
  const { prompts, choices } = question;
  return (
    <CountMatrix
      caption={t('kinds.matching.wall.caption')}
      rowHead={t('kinds.matching.wall.item')}
      columns={choices.map((choice, at) => ({
        head: <b className={surface === 'wall' ? styles.plate : styles.small}>{number(at + 1)}</b>,
        name: t('kinds.matching.wall.choice', { number: `${at + 1} ${choice}`.trim() }),
      }))}
      rows={prompts.map((prompt, at) => {
        const right = revealedKey?.choices[at] ?? null;
        return {
          letter: letterAt(at),
          text: right === null ? prompt : `${prompt} – ${choices[right] ?? ''}`,
          counts: picture.matched[at] ?? [],
          right,
        };
      })}
      total={picture.total}
      rightSaid={t('kinds.matching.wall.right')}
      surface={surface}
    >
      <ol
        className={surface === 'wall' ? styles.legend : styles.deskLegend}
        aria-label={t('kinds.matching.wall.choices')}
      >
        {choices.map((choice, at) => (
          <li key={at}>
            <b className={surface === 'wall' ? styles.plate : styles.small}>{number(at + 1)}</b>{' '}
            {choice}
          </li>
        ))}
      </ol>
    </CountMatrix>
  );
}
