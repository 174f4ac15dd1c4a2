import { useEffect, useRef, useState } from 'react';
import type { MadeKey } from '../../../lan-server/contract/keys.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Sheet, TextField } from '../../ui/index.ts';
import { Done } from '../shell/Done.tsx';
import styles from './KeysPage.module.css';

type MadeSecretProps = { made: MadeKey; onDone: () => void };

/** The new key, this once. Where the page may not reach the clipboard (plain HTTP on the Wi-Fi), it is selected instead. */
export function MadeSecret({ made, onDone }: MadeSecretProps) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  const select = () => {
    field.current?.focus();
    field.current?.select();
  };
  useEffect(select, [made]);

  const copy = async () => {
    select();
    // There is none outside secure contexts, whatever its type says.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const copied = await (
      clipboard?.writeText(made.secret) ?? Promise.reject(new Error('none'))
    ).then(
      () => true,
      () => false,
    );
    setSaid(t(copied ? 'api.keys.copied' : 'api.keys.selected'));
  };

  return (
    <Sheet
      as="section"
      pad="roomy"
      lifted
      label={t('api.keys.ready', { name: made.key.name })}
      className={styles.made}
    >
      <h2 className={styles.head}>{t('api.keys.ready', { name: made.key.name })}</h2>
      <p className={styles.once}>{t('api.keys.once')}</p>
      <div className={styles.secret}>
        <TextField
          ref={field}
          label={t('api.keys.secret')}
          value={made.secret}
          onChange={() => {}}
          readOnly
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={() => void copy()}>{t('api.keys.copy')}</Button>
      </div>
      <Done>{said}</Done>
      <Button onClick={onDone}>{t('api.keys.done')}</Button>
    </Sheet>
  );
}
