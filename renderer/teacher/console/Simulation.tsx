import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/index.ts';
import styles from './Simulation.module.css';
import type { SimulatedClass } from './simulation.ts';

/** How far the simulated class is, and its end; nothing while none runs. */
export function SimulationLine({ simulation }: { simulation: SimulatedClass }) {
  const { t } = useText();
  const { running, students, joined, busy, error, stop } = simulation;
  if (!running && !error) return null;
  return (
    <div className={styles.line}>
      <span role="status">
        {error ? t(`errors.${error.code}`) : t('console.simulation.joined', { joined, students })}
      </span>
      {running && (
        <Button small busy={busy} aria-label={t('console.simulation.stop')} onClick={stop}>
          {t('console.simulation.stopShort')}
        </Button>
      )}
    </div>
  );
}
