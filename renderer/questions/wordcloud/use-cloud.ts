import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { placeWords } from './place-words.ts';
import type { Cloud } from './place-words.ts';
import type { CountedWord } from './word-sizes.ts';

/** A layout at most this often, however fast words come in: a cloud that never rests cannot be read. */
const restMs = 1000;

type Size = { width: number; height: number };

/** Lays words out in an element of any size, once a second at most; the newest words always arrive. */
export function useCloud(
  box: RefObject<HTMLElement | null>,
  words: readonly CountedWord[],
): { cloud: Cloud; size: Size } | null {
  const [drawn, setDrawn] = useState<{ cloud: Cloud; size: Size } | null>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [fontReady, setFontReady] = useState(false);
  const lastLayout = useRef(-restMs);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) =>
        before?.width === width && before.height === height ? before : { width, height },
      );
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    let gone = false;
    // Measured in another face, words would overlap once this one has come.
    const come = () => {
      if (!gone) setFontReady(true);
    };
    document.fonts.load(`40px ${getComputedStyle(element).fontFamily}`).then(come, come);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [box]);

  const content = JSON.stringify(words);
  useEffect(() => {
    const element = box.current;
    if (!element || !fontReady || !size || size.width < 64 || size.height < 64) return undefined;
    const layOut = () => {
      // The first words need not wait for the rest of an empty cloud.
      if (content !== '[]') lastLayout.current = performance.now();
      const font = getComputedStyle(element).fontFamily;
      setDrawn((before) => ({
        size,
        cloud: placeWords(
          JSON.parse(content) as CountedWord[],
          { ...size, font },
          before?.cloud ?? null,
        ),
      }));
    };
    const wait = lastLayout.current + restMs - performance.now();
    const timer = window.setTimeout(layOut, Math.max(0, wait));
    return () => window.clearTimeout(timer);
  }, [box, content, size, fontReady]);

  return drawn;
}
