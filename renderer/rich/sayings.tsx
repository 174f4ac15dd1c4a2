import { createContext, useContext } from 'react';
import type { PublicQuestion } from '../../lan-server/questions/index.ts';
import styles from './Formatted.module.css';
import { Formatted } from './Formatted.tsx';

/** What a question says in one language. */
export type Saying = {
  /** Whether it is the question's own language, or the second one. */
  own: boolean;
  language: string | undefined;
  text: string;
  hint: string | undefined;
  /** By position; of the own language the kinds draw them themselves. */
  options: readonly string[];
  rich: { text?: string | undefined; hint?: string | undefined; options?: string[] | undefined };
};

/** What a question says, in its own language and in the second where it has one. */
export function sayingsOf(question: PublicQuestion): Saying[] {
  const { language, text, hint, rich = {}, second } = question;
  const own = { own: true, language, text, hint, rich, options: [] };
  if (!second) return [own];
  const { options = [], rich: secondRich = {} } = second;
  return [
    own,
    {
      own: false,
      language: second.language,
      text: second.text,
      hint: second.hint,
      rich: secondRich,
      options,
    },
  ];
}

const Shown = createContext<readonly Saying[]>([]);

/** Around a question's options: the languages in which they are shown, the first one first. */
export const OptionSayings = Shown.Provider;

/** The words of the option at `place`, whose plain text is `text`: formatted, and in a second language below. */
export function OptionText({ place, text }: { place: number; text: string }) {
  const sayings = useContext(Shown);
  const lines = sayings.map((one) => ({
    one,
    plain: one.own ? text : (one.options[place] ?? ''),
  }));
  const said = lines.filter(({ plain }) => plain.trim() !== '');
  if (said.length === 0) return <>{text}</>;
  return (
    <>
      {said.map(({ one, plain }, at) => (
        <span
          key={String(one.own)}
          className={at === 0 ? styles.firstLine : styles.secondLine}
          lang={one.language}
          dir="auto"
          data-wide
        >
          <Formatted markup={one.rich.options?.[place]} plain={plain} />
        </span>
      ))}
    </>
  );
}
