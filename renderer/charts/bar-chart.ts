import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';

export type Bars = {
  values: readonly number[];
  /** The value of a bar that reaches the end. */
  full: number;
  /** One a bar, as CSS colours. */
  colours: readonly string[];
  /** Where a value is zero a thin line says that the row is there. */
  none: string;
  /** Milliseconds of growth; below 2 the final state stands at once. */
  grow: number;
  /** px, of the canvas's own coordinates. */
  radius: number;
};

export type BarChart = {
  /** Takes new values in place: bars grow on from where they are. */
  draw(bars: Bars): void;
  /** Layout size in px; `ratio` device px to one of them, with any transform above counted in. */
  resize(width: number, height: number, ratio: number): void;
  destroy(): void;
};

const leastBar = 4;

/** Bars and nothing else: no axis, legend, tooltip or event. Along `x` they lie, along `y` they stand. */
export function createBarChart(canvas: HTMLCanvasElement, along: 'x' | 'y'): BarChart {
  Chart.register(BarController, BarElement, CategoryScale, LinearScale);
  const categories = { display: false, offset: true } as const;
  const chart = new Chart<'bar', number[], number>(canvas, {
    type: 'bar',
    data: { labels: [], datasets: [{ data: [] }] },
    options: {
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      events: [],
      indexAxis: along === 'x' ? 'y' : 'x',
      layout: { padding: 0, autoPadding: false },
      datasets: {
        bar: {
          categoryPercentage: 0.64,
          barPercentage: 1,
          maxBarThickness: along === 'x' ? 88 : 200,
          minBarLength: leastBar,
        },
      },
      scales: {
        x: along === 'x' ? { display: false, min: 0, max: 1 } : categories,
        y: along === 'x' ? categories : { display: false, min: 0, max: 1 },
      },
      elements: { bar: { borderSkipped: false } },
    },
  });
  const dataset = chart.data.datasets[0];
  if (!dataset) throw new Error('the chart has lost its data set');

  return {
    draw({ values, full, colours, none, grow, radius }) {
      chart.data.labels = values.map((_, place) => place);
      dataset.data.splice(0, dataset.data.length, ...values);
      dataset.backgroundColor = values.map((value, place) =>
        value === 0 ? none : (colours[place] ?? none),
      );
      dataset.borderRadius = radius;
      const scale = chart.options.scales?.[along];
      if (scale) scale.max = full;
      chart.options.animation = grow < 2 ? false : { duration: grow, easing: 'easeOutCubic' };
      chart.update();
    },
    resize(width, height, ratio) {
      chart.options.devicePixelRatio = ratio;
      // A chart that thinks it is moving would put the new size off until its next step, which never comes when still.
      if (chart.options.animation === false) chart.stop();
      chart.resize(width, height);
    },
    destroy: () => chart.destroy(),
  };
}
