import type { Image } from '../../../lan-server/contract/images.ts';
import { centreOf } from '../../../lan-server/questions/pin/areas.ts';
import { grid } from '../../../lan-server/questions/pin/grid.ts';
import type { Area, Point } from '../../../lan-server/questions/pin/index.ts';
import { useText } from '../../i18n/text.tsx';
import { pictureUrl, pictureWords } from '../../images/Picture.tsx';
import styles from './PinMap.module.css';

/** Units of the drawing across the picture. */
const across = 1000;

type PinMapProps = {
  image: Image | undefined;
  small?: boolean;
  /** Pins in each cell of the grid, row by row. */
  cells?: readonly number[] | undefined;
  areas?: readonly Area[] | undefined;
  /** Single pins, each with its number where there are several. */
  pins?: readonly Point[] | undefined;
  className?: string | undefined;
};

/** The picture with what lies on it: the class's pins as spots, areas with their numbers, single pins. One drawing, of any size. */
export function PinMap({ image, small = false, cells, areas, pins, className }: PinMapProps) {
  const { t } = useText();
  if (!image) return null;
  const height = (across * image.height) / image.width;
  return (
    <svg
      className={className}
      viewBox={`0 0 ${across} ${height}`}
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={pictureWords(image, '') || t('questions.phone.picture')}
    >
      <rect className={styles.ground} width={across} height={height} />
      <image href={pictureUrl(image, small)} width={across} height={height} />
      {cells && <Spots cells={cells} height={height} />}
      {areas?.map((area, place) => (
        <g key={place}>
          <Outline area={area} height={height} className={styles.halo} />
          <Outline
            area={area}
            height={height}
            className={area.right ? styles.right : styles.other}
          />
        </g>
      ))}
      {areas?.map((area, place) => (
        <Numbered
          key={place}
          at={topOf(area, height / across)}
          height={height}
          words={String(place + 1)}
        />
      ))}
      {pins?.map((point, place) => (
        <Needle
          key={place}
          at={point}
          height={height}
          words={pins.length > 1 ? String(place + 1) : ''}
        />
      ))}
    </svg>
  );
}

/** How many pins are where: the more, the larger the spot. Light and dark at once, so that it is seen on any picture. */
function Spots({ cells, height }: { cells: readonly number[]; height: number }) {
  const most = Math.max(1, ...cells);
  const wide = across / grid.columns;
  const high = height / grid.rows;
  return (
    <g>
      {cells.map((count, place) =>
        count <= 0 ? null : (
          <circle
            key={place}
            className={styles.spot}
            cx={((place % grid.columns) + 0.5) * wide}
            cy={(Math.floor(place / grid.columns) + 0.5) * high}
            r={wide * (0.3 + 0.6 * Math.sqrt(count / most))}
          />
        ),
      )}
    </g>
  );
}

type Drawn = { height: number; className?: string | undefined };

/** The edge of an area, in the drawing's units. */
export function Outline({ area, height, className }: Drawn & { area: Area }) {
  switch (area.shape) {
    case 'circle':
      return (
        <circle
          className={className}
          cx={area.x * across}
          cy={area.y * height}
          r={area.r * across}
        />
      );
    case 'box':
      return (
        <rect
          className={className}
          x={area.x * across}
          y={area.y * height}
          width={area.w * across}
          height={area.h * height}
        />
      );
    case 'polygon':
      return (
        <polygon
          className={className}
          points={area.points.map(({ x, y }) => `${x * across},${y * height}`).join(' ')}
        />
      );
    default:
      return area satisfies never;
  }
}

/** Half a number's disc: none is cut off at the picture's edge. */
const discHalf = 32;

/** Where an area's number stands: on its upper edge, so that what lies in it is seen. */
function topOf(area: Area, ratio: number): Point {
  const middle = centreOf(area);
  switch (area.shape) {
    case 'circle':
      return { x: middle.x, y: middle.y - area.r / ratio };
    case 'box':
      return { x: middle.x, y: area.y };
    case 'polygon':
      return area.points.reduce((top, point) => (point.y < top.y ? point : top), middle);
    default:
      return area satisfies never;
  }
}

function Numbered({ at, height, words }: { at: Point; height: number; words: string }) {
  return (
    <g transform={`translate(${within(at.x * across, across)} ${within(at.y * height, height)})`}>
      <circle className={styles.disc} r={30} />
      <text className={styles.number} y={13}>
        {words}
      </text>
    </g>
  );
}

const within = (value: number, most: number) =>
  Math.max(discHalf, Math.min(most - discHalf, value));

/** A pin: its point is the place. */
function Needle({ at, height, words }: { at: Point; height: number; words: string }) {
  return (
    <g transform={`translate(${at.x * across} ${at.y * height})`}>
      <path
        className={styles.needle}
        d="M0 0C-14 -34 -42 -46 -42 -80a42 42 0 0 1 84 0c0 34 -28 46 -42 80z"
      />
      <circle className={styles.eye} cy={-80} r={words ? 30 : 16} />
      <text className={styles.number} y={-67}>
        {words}
      </text>
    </g>
  );
}
