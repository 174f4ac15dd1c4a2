import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import {
  Button,
  ButtonLink,
  ErrorNotice,
  Icon,
  icons,
  Logo,
  SearchBox,
  Sheet,
  TextField,
} from '../ui/index.ts';
import { hasWords, routesOf } from './document.ts';
import type { ApiDocument, ShownRoute } from './document.ts';
import styles from './Docs.module.css';
import { Code, RouteSection } from './RouteSection.tsx';

type DocsPageProps = { fetch: typeof globalThis.fetch };

/** What a school's scripts can do, from the document that the program makes of its own schemas. */
export function DocsPage({ fetch }: DocsPageProps) {
  const { t, language } = useText();
  const [document, setDocument] = useState<ApiDocument | 'failed' | null>(null);
  const [words, setWords] = useState('');
  const [apiKey, setApiKey] = useState('');
  const file = `/api/openapi.json?lang=${language}`;

  useEffect(() => {
    void readDocument(fetch, file).then(setDocument);
  }, [fetch, file]);
  useEffect(() => {
    // The address may name a route, which was not there yet when the browser looked for it.
    if (document !== null)
      window.document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, [document]);
  useEffect(() => {
    window.document.title = t('api.docs.title');
  }, [t]);

  if (document === null)
    return (
      <p role="status" className="sr">
        {t('api.docs.loading')}
      </p>
    );
  if (document === 'failed')
    return (
      <main className={styles.alone}>
        <ErrorNotice
          happened={t('api.docs.failed')}
          safe={t('api.docs.failedSafe')}
          action={
            <Button onClick={() => void readDocument(fetch, file).then(setDocument)}>
              {t('api.docs.retry')}
            </Button>
          }
        />
      </main>
    );

  const { info, components } = document;
  const found = routesOf(document).filter((route) => hasWords(route, words));
  const areas = [...new Set(found.map(({ area }) => area))];
  const inArea = (area: string) => found.filter((route) => route.area === area);
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label={t('api.docs.contents')}>
        <Logo />
        <SearchBox label={t('api.docs.find')} value={words} onChange={setWords} shortcut="/" />
        <Contents areas={areas} inArea={inArea} />
      </nav>
      <main className={styles.main}>
        <h1 className={styles.title}>{info.title}</h1>
        <p className={styles.lead}>{info.description}</p>
        <ButtonLink href={file} target="_blank" rel="noreferrer" icon={<Icon path={icons.open} />}>
          {t('api.docs.file')}
        </ButtonLink>
        <Introduction apiKey={apiKey} onKey={setApiKey} />
        <p role="status" className={styles.none}>
          {found.length === 0 && t('api.docs.none')}
        </p>
        {areas.map((area) => (
          <section key={area}>
            <h2 className={styles.area}>{area}</h2>
            {inArea(area).map((route) => (
              <RouteSection
                key={route.operationId}
                route={route}
                schemas={components.schemas}
                fetch={fetch}
                apiKey={apiKey}
              />
            ))}
          </section>
        ))}
      </main>
    </div>
  );
}

async function readDocument(
  fetch: DocsPageProps['fetch'],
  file: string,
): Promise<ApiDocument | 'failed'> {
  try {
    const response = await fetch(file);
    return response.ok ? ((await response.json()) as ApiDocument) : 'failed';
  } catch {
    return 'failed';
  }
}

function Contents({
  areas,
  inArea,
}: {
  areas: readonly string[];
  inArea: (area: string) => ShownRoute[];
}) {
  return (
    <ul className={styles.contents}>
      {areas.map((area) => (
        <li key={area}>
          <b className={styles.navArea}>{area}</b>
          <ul>
            {inArea(area).map(({ operationId, summary }) => (
              <li key={operationId}>
                <a className={styles.navLink} href={`#${operationId}`}>
                  {summary}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** What holds for every route, and the place for a key to try them with. */
function Introduction({ apiKey, onKey }: { apiKey: string; onKey: (key: string) => void }) {
  const { t, rich } = useText();
  const form = '{ "error": { "code", "message", "details" } }';
  const setUp = `export CHALKBOX_URL=${window.location.origin}\nexport CHALKBOX_KEY=chalk_…`;
  return (
    <Sheet as="section" pad="roomy" className={styles.intro} label={t('api.docs.top')}>
      <h2>{t('api.docs.keyTitle')}</h2>
      <p>{t('api.docs.keyWords')}</p>
      <Code label={t('api.docs.keyTitle')}>{setUp}</Code>
      <h2>{t('api.docs.listsTitle')}</h2>
      <p>{t('api.docs.listsWords')}</p>
      <h2>{t('api.docs.errorsTitle')}</h2>
      <p>{rich('api.docs.errorsWords', {}, { form: <code>{form}</code> })}</p>
      <h2>{t('api.docs.limitsTitle')}</h2>
      <p>{t('api.docs.limitsWords')}</p>
      <h2>{t('api.docs.tryTitle')}</h2>
      <p>{t('api.docs.tryWords')}</p>
      <div className={styles.key}>
        <TextField
          label={t('api.docs.tryKey')}
          value={apiKey}
          onChange={(value) => onKey(value.trim())}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
    </Sheet>
  );
}
