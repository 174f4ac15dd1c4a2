import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { MadeKey, Scope } from '../../../lan-server/contract/keys.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, ErrorNotice, Select, TextField } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import styles from './KeysPage.module.css';
import { allScopes, scopeWords } from './scopes.ts';

/** How long a key may work, in days; the usual first. */
const lengths = ['30', '90', '180', '365'] as const;
type Length = (typeof lengths)[number];

type MakeKeyDialogProps = { onMade: (made: MadeKey) => void; onClose: () => void };

/** What a new key is for, what it may do, and until when. */
export function MakeKeyDialog({ onMade, onClose }: MakeKeyDialogProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const formId = useId();
  const noteId = useId();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [length, setLength] = useState<Length>('90');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const nameless = name.trim() === '';
  const powerless = scopes.length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameless || powerless || busy) return;
    setBusy(true);
    const made = await api.makeKey({
      name: name.trim(),
      scopes: [...scopes],
      days: Number(length),
    });
    setBusy(false);
    if (made.ok) onMade(made.value);
    else setRefused(errorText(made.error));
  };
  const toggle = (scope: Scope, on: boolean) =>
    setScopes(on ? [...scopes, scope] : scopes.filter((one) => one !== scope));

  return (
    <Dialog
      open
      title={t('api.keys.make')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="filled" type="submit" form={formId} busy={busy}>
            {t('api.keys.make')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('api.keys.name')}
          value={name}
          onChange={setName}
          maxLength={80}
          placeholder={t('api.keys.namePlaceholder')}
          error={tried && nameless ? t('api.keys.nameMissing') : null}
        />
        <fieldset aria-describedby={tried && powerless ? noteId : undefined}>
          <legend className={styles.legend}>{t('api.keys.scopes')}</legend>
          <div className={styles.choices}>
            {allScopes.map((scope) => (
              <label key={scope} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={scopes.includes(scope)}
                  onChange={(event) => toggle(scope, event.currentTarget.checked)}
                />
                <span>
                  {t(scopeWords[scope])} <code className={styles.scope}>{scope}</code>
                </span>
              </label>
            ))}
          </div>
          {tried && powerless && (
            <p id={noteId} className={styles.missing}>
              {t('api.keys.scopesMissing')}
            </p>
          )}
        </fieldset>
        <Select<Length>
          label={t('api.keys.lasts')}
          options={lengths.map((value) => ({
            value,
            label:
              value === '365' ? t('api.keys.year') : t('api.keys.days', { count: Number(value) }),
          }))}
          value={length}
          onChange={setLength}
        />
        {refused !== null && (
          <ErrorNotice
            happened={t('api.keys.failed', { reason: refused })}
            safe={t('api.keys.failedSafe')}
          />
        )}
      </form>
    </Dialog>
  );
}
