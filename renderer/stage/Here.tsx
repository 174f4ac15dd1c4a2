import { useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { classes } from '../ui/classes.ts';
import styles from './Here.module.css';
import { namesThatFit, takesWholeRow } from './names.ts';

type HereProps = {
  seats: number;
  /** Connected now. */
  here: number;
  /** Newest first; empty in an anonymous lesson. */
  names: readonly string[];
};

/** Who has come: the figure, and as many of the newest names as there is room for. */
export function Here({ seats, here, names }: HereProps) {
  const { t, number } = useText();
  return (
    <div className={styles.here}>
      <p className={styles.big}>
        {number(here)}
        {seats > here && (
          <span className={styles.of}> {t('projector.join.of', { of: seats })}</span>
        )}
      </p>
      <p className={styles.soft}>{t('projector.join.here', { count: here })}</p>
      {names.length > 0 && <Names names={names} />}
    </div>
  );
}

/** Names in full, newest first; those for which there is no room are left out. */
function Names({ names }: Pick<HereProps, 'names'>) {
  const { t } = useText();
  const list = useRef<HTMLUListElement>(null);
  const [rows, setRows] = useState(0);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const measure = () => {
      const style = getComputedStyle(element);
      const line = Number.parseFloat(style.lineHeight);
      const gap = Number.parseFloat(style.rowGap);
      setRows(Math.floor((element.clientHeight + gap) / (line + gap)));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  return (
    <ul ref={list} className={styles.names} aria-label={t('projector.join.names')}>
      {namesThatFit(names, rows).map((name, place) => (
        <li
          key={`${names.length - place} ${name}`}
          className={classes(takesWholeRow(name) && styles.wide, place === 0 && styles.newest)}
        >
          {name}
        </li>
      ))}
    </ul>
  );
}
