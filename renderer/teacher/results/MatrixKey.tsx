import { useText } from '../../i18n/text.tsx';
import { classes } from '../../ui/index.ts';
import styles from './Matrix.module.css';

type MatrixKeyProps = { reteach: boolean; unkeyed: boolean; late: boolean };

/** What the signs of the matrix mean; only those that can be there. */
export function MatrixKey({ reteach, unkeyed, late }: MatrixKeyProps) {
  const { t } = useText();
  return (
    <p className={styles.key}>
      <span className={styles.right}>
        <i className={styles.square} /> {t('results.matrix.right')}
      </span>
      <span>
        <b>{t('results.matrix.letters')}</b> {t('results.matrix.chosen')}
      </span>
      <span>
        <b>×</b> {t('results.matrix.wrong')}
      </span>
      <span>– {t('results.matrix.none')}</span>
      {unkeyed && (
        <span className={styles.given}>
          <i className={styles.square} /> {t('results.matrix.given')}
        </span>
      )}
      {late && (
        <span>
          <b className={styles.lateKey}>B</b> {t('results.matrix.late')}
        </span>
      )}
      {reteach && (
        <span className={styles.keyEnd}>
          <i className={classes(styles.square, styles.tint)} /> {t('results.matrix.reteach')}
        </span>
      )}
    </p>
  );
}
