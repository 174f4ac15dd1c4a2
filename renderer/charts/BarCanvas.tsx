import { useEffect, useLayoutEffect, useRef } from 'react';
import { classes } from '../ui/classes.ts';
import { createBarChart } from './bar-chart.ts';
import type { BarChart } from './bar-chart.ts';
import styles from './BarCanvas.module.css';
import { chalkOf } from './chalk.ts';
import { useGround } from './use-ground.ts';

type BarCanvasProps = {
  /** Lying along x, one band a row; or standing along y, one band a column. */
  along: 'x' | 'y';
  values: readonly number[];
  /** The value of a bar that reaches the end. */
  full: number;
  /** The tokens of the bars' colours, in order. */
  colours: readonly `--${string}`[];
  className?: string | undefined;
};

/** The bars of a result, drawn with Chart.js. Silent: figures and words stand beside it in the page. */
export function BarCanvas({ along, values, full, colours, className }: BarCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<BarChart | null>(null);
  const ground = useGround(box);

  useLayoutEffect(() => {
    const around = box.current;
    if (!around || !canvas.current) return undefined;
    const made = createBarChart(canvas.current, along);
    chart.current = made;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = around;
      if (width === 0 || height === 0) return;
      // The board is scaled by a transform: draw as many px as the screen really shows.
      const scale = around.getBoundingClientRect().width / width;
      made.resize(width, height, Math.min(4, Math.max(0.25, scale * window.devicePixelRatio)));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(around);
    window.addEventListener('resize', measure);
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', measure);
      made.destroy();
      chart.current = null;
    };
  }, [along]);

  // As one string, because the lists are new at every frame, changed or not.
  const bars = JSON.stringify({ values, full, colours });
  useEffect(() => {
    if (!box.current || !chart.current || ground === '') return;
    const drawn = JSON.parse(bars) as Pick<BarCanvasProps, 'values' | 'full' | 'colours'>;
    const chalk = chalkOf(box.current);
    chart.current.draw({
      values: drawn.values,
      full: drawn.full,
      colours: drawn.colours.map((token) => chalk.colour(token)),
      none: chalk.colour('--line-strong'),
      grow: chalk.milliseconds('--grow'),
      radius: chalk.px('--r1'),
    });
  }, [bars, ground]);

  return (
    <div ref={box} className={classes(styles.box, className)} aria-hidden="true">
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}
