import { useState } from 'react';
import type { FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, TextField } from '../../ui/index.ts';
import styles from './Backups.module.css';
import { useBackupPlaces } from './queries.ts';
import { useBytes } from './words.ts';

type PlaceChoiceProps = {
  /** The path that is being taken over; null: none. */
  busy: string | null;
  onChoose: (path: string) => void;
  /** Null: there is nothing to go back to. */
  onCancel: (() => void) | null;
};

/** Sticks and disks that are plugged in, and a field for any other folder. */
export function PlaceChoice({ busy, onChoose, onCancel }: PlaceChoiceProps) {
  const { t } = useText();
  const bytes = useBytes();
  const places = useBackupPlaces().data;
  const [path, setPath] = useState('');
  const [tried, setTried] = useState(false);
  const wanted = path.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wanted !== '' && busy === null) onChoose(wanted);
  };

  return (
    <div className={styles.choice}>
      <div>
        <h3 className={`label ${styles.sticks ?? ''}`}>{t('safety.folder.sticks')}</h3>
        {places?.length === 0 && <p className="small soft">{t('safety.folder.noSticks')}</p>}
        {places && places.length > 0 && (
          <ul>
            {places.map((place) => (
              <li key={place.path} className={styles.row}>
                <div className={styles.what}>
                  <b>{place.name}</b>
                  <p className="small soft">{place.path}</p>
                  <p className="small soft">
                    {t('safety.folder.freeOf', {
                      free: bytes(place.freeBytes),
                      total: bytes(place.totalBytes),
                    })}
                    {!place.writable && ` · ${t('safety.folder.readOnly')}`}
                  </p>
                </div>
                {place.writable && (
                  <Button
                    aria-label={t('safety.folder.useNamed', { name: place.name })}
                    busy={busy === place.path}
                    onClick={() => onChoose(place.path)}
                  >
                    {t('safety.folder.use')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <form className={styles.line} onSubmit={submit} noValidate>
        <TextField
          label={t('safety.folder.path')}
          hint={t('safety.folder.pathHint')}
          value={path}
          onChange={setPath}
          maxLength={1000}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={tried && wanted === '' ? t('safety.folder.pathMissing') : null}
        />
        <Button type="submit" busy={busy !== null && busy === wanted}>
          {t('safety.folder.usePath')}
        </Button>
      </form>
      {onCancel && (
        <div>
          <Button look="quiet" onClick={onCancel}>
            {t('safety.folder.keep')}
          </Button>
        </div>
      )}
    </div>
  );
}
