import { create } from 'qrcode';
import { useMemo } from 'react';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import { qrPath } from './qr-path.ts';
import styles from './QrPlate.module.css';

type QrPlateProps = {
  /** What the code holds. */
  url: string;
  className?: string | undefined;
};

/** A QR code on a white plate, whatever the surface: cameras want dark on light. As large as its box. */
export function QrPlate({ url, className }: QrPlateProps) {
  const { t } = useText();
  const { size, path } = useMemo(() => {
    const { modules } = create(url, { errorCorrectionLevel: 'M' });
    return qrPath(modules.size, (row, column) => modules.get(row, column) === 1);
  }, [url]);
  return (
    <svg
      className={classes(styles.plate, className)}
      data-surface="print"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t('projector.join.qr', { url })}
    >
      <path d={path} />
    </svg>
  );
}
