import { createContext, useContext } from 'react';
import { shuffled } from './shuffled.ts';

const Seed = createContext<string | null>(null);

/** Around a question's input: what decides the order of its options on this phone; null: that of the question. */
export const OptionOrder = Seed.Provider;

/**
 * The places of `size` options in the order in which this phone shows them. Letters, keys and answers speak of places in the
 * question, so that nothing else has to know of the order.
 */
export function useOptionOrder(size: number): number[] {
  const seed = useContext(Seed);
  return seed === null ? Array.from({ length: size }, (_, place) => place) : shuffled(size, seed);
}
