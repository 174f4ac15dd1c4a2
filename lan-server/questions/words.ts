import { z } from 'zod';
import { readMarkup } from './markup.ts';

/** One formatted text, with its formulas typeset. */
const markupSchema = z
  .string()
  .max(40_000)
  .refine((markup) => readMarkup(markup) !== null, 'not a formatted text');

/** Options in a question are at most eight (LOOK.md). */
const most = 8;

/**
 * Beside plain text, the same with its formatting, where it has any. The plain text is what everything else uses (lists, exports,
 * search, the voice), and is always made from this one when it is saved.
 */
export const richSchema = z.strictObject({
  text: markupSchema.optional(),
  explanation: markupSchema.optional(),
  hint: markupSchema.optional(),
  /** By position; '' where an option has no formatting. */
  options: z.array(markupSchema).max(most).optional(),
});
export type Rich = z.infer<typeof richSchema>;

/** A language's tag: `en`, `uk`, `zh-Hant`. */
export const tagSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/);

/** The same question in another language. Options by position, '' where one is not translated. */
export const secondSchema = z.strictObject({
  language: tagSchema,
  text: z.string().max(2000),
  explanation: z.string().max(2000).optional(),
  hint: z.string().max(500).optional(),
  options: z.array(z.string().max(500)).max(most).optional(),
  rich: richSchema.optional(),
});
export type Second = z.infer<typeof secondSchema>;

/** What a question says beside its plain text. */
export const wordsShape = {
  /** The language of the question itself; unset: not known. */
  language: tagSchema.optional(),
  rich: richSchema.optional(),
  second: secondSchema.optional(),
};
type Worded = {
  language?: string | undefined;
  rich?: Rich | undefined;
  second?: Second | undefined;
};

/** What is on its way out was read when it came in, and is read again where it is drawn. */
const publicRichSchema = z.strictObject({
  text: z.string().optional(),
  hint: z.string().optional(),
  options: z.array(z.string()).optional(),
});

/** As phones and wall may see it before the reveal. */
export const publicWordsShape = {
  language: z.string().optional(),
  rich: publicRichSchema.optional(),
  second: z
    .strictObject({
      language: z.string(),
      text: z.string(),
      hint: z.string().optional(),
      options: z.array(z.string()).optional(),
      rich: publicRichSchema.optional(),
    })
    .optional(),
};

/** The parts of `words` that are there. */
function given<T extends object>(words: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(words).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

function publicRich(rich: Rich | undefined, options: boolean) {
  if (!rich) return undefined;
  const shown = given({
    text: rich.text,
    hint: rich.hint,
    options: options ? rich.options : undefined,
  });
  return Object.keys(shown).length === 0 ? undefined : shown;
}

/**
 * What a question says before the reveal: never the explanation, and the options only where the kind shows them in the question's
 * order anyway (`options`).
 */
export function publicWords({ language, rich, second }: Worded, options: boolean) {
  return given({
    language,
    rich: publicRich(rich, options),
    second:
      second &&
      ({
        language: second.language,
        text: second.text,
        ...given({
          hint: second.hint,
          options: options ? second.options : undefined,
          rich: publicRich(second.rich, options),
        }),
      } as const),
  });
}

/** What the reveal adds to the plain explanation. */
export const moreExplanationSchema = z.object({
  rich: z.string().optional(),
  second: z
    .object({ language: z.string(), text: z.string(), rich: z.string().optional() })
    .optional(),
});
export type MoreExplanation = z.infer<typeof moreExplanationSchema>;

/** The explanation's formatting and its second language, after the reveal; undefined where there is neither. */
export function moreExplanation({ rich, second }: Worded): MoreExplanation | undefined {
  const text = second?.explanation?.trim() ?? '';
  const more: MoreExplanation = given({
    rich: rich?.explanation,
    second:
      second && text !== ''
        ? { language: second.language, text, ...given({ rich: second.rich?.explanation }) }
        : undefined,
  });
  return Object.keys(more).length === 0 ? undefined : more;
}
