import { useState } from 'react';
import type { SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ConfirmDialog, Sheet } from '../../ui/index.ts';
import { useNetwork } from '../queries.ts';
import styles from './Classes.module.css';

/** How students come to the class's page: its address and code. */
export function WayIn({ klass, onNewCode }: { klass: SchoolClass; onNewCode: () => void }) {
  const { t, rich } = useText();
  const network = useNetwork();
  const [asking, setAsking] = useState(false);
  const door = network.data?.door.address ?? '';
  return (
    <Sheet as="section" pad="roomy" label={t('classes.code.title')}>
      <h2>{t('classes.code.title')}</h2>
      <p className="small soft">
        {rich(
          'classes.code.words',
          { address: '' },
          { address: <b>{`${door}/c/${klass.code}`}</b> },
        )}
      </p>
      <p className={styles.code}>{klass.code}</p>
      <Button small onClick={() => setAsking(true)}>
        {t('classes.code.new')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('classes.code.newTitle')}
        confirm={t('classes.code.newGo')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onNewCode();
        }}
      >
        {t('classes.code.newWords', { code: klass.code })}
      </ConfirmDialog>
    </Sheet>
  );
}
