import { useState } from 'react';
import type { FormEvent } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button, TextArea, TextField } from '../ui/index.ts';
import type { ShownRoute } from './document.ts';
import { Answer } from './Answer.tsx';
import type { Answered } from './Answer.tsx';
import styles from './Docs.module.css';

type TryItProps = { route: ShownRoute; fetch: typeof globalThis.fetch; apiKey: string };

/** Asks the program itself, with the key from the top of the page and no cookie, and shows what it answers. */
export function TryIt({ route, fetch, apiKey }: TryItProps) {
  const { t } = useText();
  const { parameters, requestBody, method, path } = route;
  const example = requestBody?.content['application/json']?.example;
  const takesFile = requestBody !== undefined && example === undefined;
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(example === undefined ? '' : JSON.stringify(example, null, 2));
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [answered, setAnswered] = useState<Answered | null>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const type = takesFile ? 'application/octet-stream' : 'application/json';
    const settings: RequestInit = {
      method,
      credentials: 'omit',
      headers: {
        ...(apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }),
        ...(requestBody ? { 'content-type': type } : {}),
      },
      ...(requestBody ? { body: takesFile ? file : body } : {}),
    };
    try {
      setAnswered(await read(await fetch(addressOf(path, parameters, values), settings)));
    } catch {
      setAnswered('lost');
    }
    setBusy(false);
  };

  return (
    <form className={styles.try} onSubmit={(event) => void send(event)}>
      <p className="small soft">{t('api.docs.tryWords')}</p>
      <div className={styles.given}>
        {parameters.map(({ name, description }) => (
          <TextField
            key={name}
            label={name}
            hint={description}
            value={values[name] ?? ''}
            onChange={(value) => setValues({ ...values, [name]: value })}
          />
        ))}
      </div>
      {requestBody && !takesFile && (
        <TextArea
          label={t('api.docs.tryBody')}
          value={body}
          onChange={setBody}
          rows={8}
          spellCheck={false}
        />
      )}
      {takesFile && (
        <input
          type="file"
          aria-label={t('api.docs.body')}
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      )}
      <div>
        <Button type="submit" busy={busy}>
          {t('api.docs.tryGo')}
        </Button>
      </div>
      <div role="status">{answered && <Answer answered={answered} />}</div>
    </form>
  );
}

function addressOf(
  path: string,
  parameters: ShownRoute['parameters'],
  values: Record<string, string>,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
  const query = new URLSearchParams(
    parameters.flatMap(({ name, in: place }): [string, string][] => {
      const value = values[name] ?? '';
      return place === 'query' && value !== '' ? [[name, value]] : [];
    }),
  ).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

async function read(response: Response): Promise<Answered> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/json'))
    return { status: response.status, bytes: (await response.blob()).size };
  return {
    status: response.status,
    text: JSON.stringify((await response.json()) as unknown, null, 2),
  };
}
