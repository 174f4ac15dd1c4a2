/** A thing picked up on one side, waiting for its other half. */
export type Held = { side: 'prompt' | 'choice'; at: number };

/** What stands in the fields: for each prompt its choice, what is picked up, and the prompt that changed last (said aloud). */
export type MatchingDraft = {
  choices: (number | null)[];
  held: Held | null;
  changed: number | null;
};

/** The choice of each of `prompts`; the editor's preview may have gained or lost some since. */
export function choicesOf(draft: MatchingDraft, prompts: number, choices: number): MatchingDraft {
  const fitting = Array.from({ length: prompts }, (_, prompt) => {
    const choice = draft.choices[prompt] ?? null;
    return choice !== null && choice < choices ? choice : null;
  });
  return { ...draft, choices: fitting };
}

/** Puts a choice to a prompt, away from where it was. A pair that stands already is taken apart. */
export function joined(draft: MatchingDraft, prompt: number, choice: number): MatchingDraft {
  const apart = draft.choices[prompt] === choice;
  const choices = draft.choices.map((one, at) => {
    if (at === prompt) return apart ? null : choice;
    return one === choice ? null : one;
  });
  return { choices, held: null, changed: prompt };
}

/** A tap on a prompt or a choice: picks it up, puts it back, or makes a pair with what is picked up on the other side. */
export function tapped(draft: MatchingDraft, { side, at }: Held): MatchingDraft {
  const { held } = draft;
  if (held === null || (held.side === side && held.at !== at))
    return { ...draft, held: { side, at } };
  if (held.side === side) return { ...draft, held: null };
  return side === 'prompt' ? joined(draft, at, held.at) : joined(draft, held.at, at);
}
