import { useText } from '../i18n/text.tsx';
import styles from './Docs.module.css';

/** What came back: JSON, or so many bytes of something else; `lost`: nothing did. */
export type Answered =
  | 'lost'
  | { status: number; text: string }
  | { status: number; bytes: number };

/** An answer of the program as it is. */
export function Answer({ answered }: { answered: Answered }) {
  const { t } = useText();
  if (answered === 'lost') return <p>{t('api.docs.tryLost')}</p>;
  const head = t('api.docs.tryAnswer', { status: String(answered.status) });
  if (!('text' in answered))
    return (
      <p>
        {head}
        {answered.bytes > 0 && ` · ${t('api.docs.tryBytes', { count: answered.bytes })}`}
      </p>
    );
  return (
    <>
      <p>{head}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} role="group" aria-label={head} tabIndex={0}>
        <code>{answered.text}</code>
      </pre>
    </>
  );
}
