import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import { Pill, Sheet, Table, Tabs } from '../ui/index.ts';
import type { ApiDocument, ShownRoute } from './document.ts';
import styles from './Docs.module.css';
import { Form, SchemaView } from './SchemaView.tsx';
import { TryIt } from './TryIt.tsx';

type RouteSectionProps = {
  route: ShownRoute;
  schemas: ApiDocument['components']['schemas'];
  fetch: typeof globalThis.fetch;
  /** What was pasted at the top of the page; empty: nothing yet. */
  apiKey: string;
};

/** One route: what it takes, what it gives, when it refuses, and a program that uses it. */
export function RouteSection({ route, schemas, fetch, apiKey }: RouteSectionProps) {
  const { t } = useText();
  const { method, path, summary, description, parameters, requestBody, responses } = route;
  const scope = route['x-scope'];
  const samples = route['x-codeSamples'];
  const [sample, setSample] = useState(samples[0]?.label ?? '');
  const [status, given] = Object.entries(responses)[0] ?? ['', {}];
  const [type, content] = Object.entries(given.content ?? {})[0] ?? ['', {}];
  const codes = Object.values(responses).flatMap((response) => response['x-codes'] ?? []);
  const body = requestBody?.content['application/json'];
  const [open, setOpen] = useState(false);

  return (
    <Sheet as="article" pad="roomy" className={styles.route}>
      <h3 id={route.operationId} tabIndex={-1} className={styles.summary}>
        {summary}
      </h3>
      <p className={styles.address}>
        <code>
          <b>{method}</b> {path}
        </code>
        <Pill>{scope === undefined ? t('api.docs.open') : t('api.docs.needs', { scope })}</Pill>
      </p>
      {description && <p className={styles.words}>{description}</p>}
      {parameters.length > 0 && (
        <section>
          <h4>{t('api.docs.parameters')}</h4>
          <Table caption={`${summary}: ${t('api.docs.parameters')}`} hideCaption>
            <thead>
              <tr>
                <th scope="col">{t('api.docs.parameter')}</th>
                <th scope="col">{t('api.docs.form')}</th>
                <th scope="col">{t('api.docs.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map((parameter) => (
                <tr key={parameter.name}>
                  <th scope="row">
                    <code>{parameter.name}</code>
                  </th>
                  <td>
                    <Form schema={parameter.schema} t={t} />
                    {parameter.required && (
                      <span className={styles.required}> {t('api.docs.required')}</span>
                    )}
                  </td>
                  <td>{parameter.description}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      )}
      {requestBody && (
        <section>
          <h4>{t('api.docs.body')}</h4>
          {body?.schema ? (
            <SchemaView schema={body.schema} schemas={schemas} sent />
          ) : (
            <p>{t('api.docs.bytes')}</p>
          )}
        </section>
      )}
      <section>
        <h4>
          {t('api.docs.answer')} <span className={styles.status}>{status}</span>
        </h4>
        {content.schema ? (
          <SchemaView schema={content.schema} schemas={schemas} sent={false} />
        ) : (
          <p>{type === '' ? t('api.docs.nothing') : t('api.docs.aFile', { type })}</p>
        )}
      </section>
      <section>
        <h4>{t('api.docs.examples')}</h4>
        <Tabs
          label={`${summary}: ${t('api.docs.examples')}`}
          current={sample}
          onChange={setSample}
          tabs={samples.map(({ label, source }) => ({
            id: label,
            label,
            panel: <Code label={`${summary}, ${label}`}>{source}</Code>,
          }))}
        />
      </section>
      <details className={styles.fold}>
        <summary>{t('api.docs.refusals')}</summary>
        <ul className={styles.fields}>
          {codes.map((code) => (
            <li key={code}>
              <code className={styles.field}>{code}</code> {t(`errors.${code}`)}
            </li>
          ))}
        </ul>
      </details>
      <details
        className={styles.fold}
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{t('api.docs.tryTitle')}</summary>
        {open && <TryIt route={route} fetch={fetch} apiKey={apiKey} />}
      </details>
    </Sheet>
  );
}

/** A program or an answer, as it is; scrolls sideways, also by keyboard. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.code} role="group" aria-label={label} tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}
