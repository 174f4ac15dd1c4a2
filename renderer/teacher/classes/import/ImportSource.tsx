import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useText } from '../../../i18n/text.tsx';
import { Button, FileChooser, Sheet, TextArea } from '../../../ui/index.ts';
import styles from '../Classes.module.css';

type ImportSourceProps = {
  start: string;
  busy: boolean;
  onRead: (bytes: Uint8Array) => Promise<void>;
};

/** Where the list comes from: pasted, or a file. */
export function ImportSource({ start, busy, onRead }: ImportSourceProps) {
  const { t } = useText();
  const [text, setText] = useState(start);
  const file = useRef<HTMLInputElement>(null);
  const look = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void onRead(new TextEncoder().encode(text));
  };
  return (
    <div className={styles.form}>
      <p className="soft">{t('classes.import.words')}</p>
      <Sheet as="section" pad="roomy">
        <form className={styles.form} onSubmit={look} noValidate>
          <TextArea
            label={t('classes.import.paste')}
            hint={t('classes.import.pasteHint')}
            rows={8}
            value={text}
            onChange={setText}
            spellCheck={false}
            autoComplete="off"
          />
          <div>
            <Button type="submit" look="filled" busy={busy}>
              {t('classes.import.read')}
            </Button>
          </div>
        </form>
      </Sheet>
      <Sheet as="section" pad="roomy" label={t('classes.import.file')}>
        <h2 className={styles.title}>{t('classes.import.file')}</h2>
        <p className="small soft">{t('classes.import.fileHint')}</p>
        <p>
          <Button onClick={() => file.current?.click()} busy={busy}>
            {t('classes.import.choose')}
          </Button>
        </p>
        <FileChooser
          ref={file}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
          label={t('classes.import.file')}
          onFile={(chosen) =>
            void chosen.arrayBuffer().then((buffer) => onRead(new Uint8Array(buffer)))
          }
        />
      </Sheet>
    </div>
  );
}
