import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import type { TextApi } from '../i18n/text.tsx';
import { nameOf } from './document.ts';
import type { Schema } from './document.ts';
import styles from './Docs.module.css';

type Schemas = Record<string, Schema>;
/** So many variants are named in a line; more are counted as “one of” and opened. */
const namedInLine = 6;

type SchemaProps = {
  schema: Schema;
  schemas: Schemas;
  /** It is sent: what must not be left out is said. What comes back is whole. */
  sent: boolean;
};

/** A schema: its fields one below the other, what lies deeper behind a fold. */
export function SchemaView({ schema, schemas, sent }: SchemaProps) {
  const { t } = useText();
  const whole = resolved(schema, schemas);
  if (whole.properties) return <Fields schema={whole} schemas={schemas} sent={sent} />;
  return (
    <div>
      <Form schema={whole} t={t} />
      <Deeper schema={whole} schemas={schemas} sent={sent} />
    </div>
  );
}

function Fields({ schema, schemas, sent }: SchemaProps) {
  const { t } = useText();
  const { properties = {}, required = [] } = schema;
  return (
    <ul className={styles.fields}>
      {Object.entries(properties).map(([name, field]) => (
        <li key={name}>
          <code className={styles.field}>{name}</code> <Form schema={field} t={t} />
          {sent && required.includes(name) && (
            <span className={styles.required}> {t('api.docs.required')}</span>
          )}
          <Deeper schema={field} schemas={schemas} sent={sent} />
        </li>
      ))}
    </ul>
  );
}

/** What a field holds, in a few words. */
export function Form({ schema, t }: { schema: Schema; t: TextApi['t'] }) {
  return (
    <span className={styles.form}>{[formOf(schema, t), ...boundsOf(schema, t)].join(', ')}</span>
  );
}

/** What lies below a field, drawn when it is opened: schemas may lead back to themselves. */
function Deeper({ schema, schemas, sent }: SchemaProps) {
  const { t } = useText();
  return belowOf(schema).map((below, index) => {
    const whole = resolved(below, schemas);
    const parts = whole.properties ? [] : belowOf(whole);
    if (!whole.properties && parts.length === 0) return null;
    const name = below.$ref ? nameOf(below.$ref) : t('api.docs.object');
    return (
      <Fold key={`${index} ${name}`} label={name}>
        <SchemaView schema={below} schemas={schemas} sent={sent} />
      </Fold>
    );
  });
}

function Fold({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{label}</summary>
      {open && children}
    </details>
  );
}

function resolved(schema: Schema, schemas: Schemas): Schema {
  return schema.$ref ? (schemas[nameOf(schema.$ref)] ?? {}) : schema;
}

/** The parts of a schema that have something below them. */
function belowOf(schema: Schema): Schema[] {
  if (schema.$ref || schema.properties) return [schema];
  if (schema.items) return belowOf(schema.items);
  return (schema.oneOf ?? schema.anyOf ?? schema.allOf ?? []).flatMap(belowOf);
}

function formOf(schema: Schema, t: TextApi['t']): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum)
    return schema.enum.length > namedInLine * 2
      ? t('api.docs.text')
      : schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants)
    return variants.length > namedInLine
      ? t('api.docs.anyOf')
      : [...new Set(variants.map((variant) => formOf(variant, t)))].join(' | ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => formOf({ ...schema, type }, t)).join(' | ');
  switch (schema.type) {
    case 'string':
      return t('api.docs.text');
    case 'number':
      return t('api.docs.number');
    case 'integer':
      return t('api.docs.integer');
    case 'boolean':
      return t('api.docs.boolean');
    case 'null':
      return t('api.docs.empty');
    case 'array':
      return t('api.docs.listOf', { form: formOf(schema.items ?? {}, t) });
    case 'object':
      return t('api.docs.object');
    default:
      return t('api.docs.anything');
  }
}

function boundsOf(schema: Schema, t: TextApi['t']): string[] {
  // Bounds of what a computer can count are nobody's concern.
  const counts = (bound: number | undefined): bound is number =>
    bound !== undefined && Math.abs(bound) < 1e12;
  const { minimum, maximum, maxLength, maxItems } = schema;
  return [
    ...(counts(minimum) ? [t('api.docs.atLeast', { value: String(minimum) })] : []),
    ...(counts(maximum) ? [t('api.docs.atMost', { value: String(maximum) })] : []),
    ...(counts(maxLength) ? [t('api.docs.longest', { value: String(maxLength) })] : []),
    ...(counts(maxItems) ? [t('api.docs.rows', { value: String(maxItems) })] : []),
    ...(schema.default === undefined || typeof schema.default === 'object'
      ? []
      : [t('api.docs.otherwise', { value: JSON.stringify(schema.default) })]),
  ];
}
