import { useEffect, useRef } from 'react';
import { letters, shapes } from '../ui/shapes.ts';
import styles from './Confetti.module.css';

/** The first plinth stands by then, ms: the podium's motion begins with the third. */
const afterMs = 2400;
/** Frames of a sixtieth of a second: a second and a half. */
const ticks = 90;

/** Eight chalk marks, one of each, that fall once over the podium. Nothing where motion is to be reduced. */
export function Confetti() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
    let gone = false;
    let stop = () => {};
    const timer = window.setTimeout(() => {
      void import('canvas-confetti').then(({ default: confetti }) => {
        if (gone) return;
        element.width = element.clientWidth;
        element.height = element.clientHeight;
        const fall = confetti.create(element);
        stop = () => fall.reset();
        const style = getComputedStyle(element);
        for (const [place, letter] of letters.entries()) {
          void fall({
            particleCount: 1,
            shapes: [confetti.shapeFromPath({ path: shapes[letter] })],
            colors: [style.getPropertyValue(`--answer-${letter}`).trim()],
            scalar: 5,
            ticks,
            angle: 270,
            spread: 30,
            startVelocity: 14,
            gravity: 1.4,
            flat: true,
            origin: { x: (place + 0.5) / letters.length, y: 0.06 + (place % 3) * 0.05 },
          });
        }
      });
    }, afterMs);
    return () => {
      gone = true;
      window.clearTimeout(timer);
      stop();
    };
  }, []);
  return <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />;
}
