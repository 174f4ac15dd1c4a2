import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Language } from '../../lan-server/contract/languages.ts';
import { DeskTexts } from '../i18n/desk.tsx';
import { createApi } from './api.ts';
import { ApiProvider } from './api-context.tsx';
import { createQueryClient } from './queries.ts';
import { Router } from './router/Router.tsx';
import { DeskProvider } from './schedule/desk.tsx';
import { SessionGate } from './session/SessionGate.tsx';
import { signedOut } from './session/session.ts';
import { CrashGuard } from './shell/CrashGuard.tsx';

/** The teacher's window: texts, the door to the program, the session, then the pages. */
export function App({ launchKey }: { launchKey: string | null }) {
  const [language, setLanguage] = useState<Language | null>(null);
  const { queryClient, api } = useMemo(() => {
    const queryClient = createQueryClient();
    const api = createApi({
      fetch: (input, init) => fetch(input, init),
      onSignedOut: () => signedOut(queryClient),
    });
    return { queryClient, api };
  }, []);

  return (
    <QueryClientProvider client={queryClient}>
      <ApiProvider api={api}>
        <DeskTexts language={language}>
          <CrashGuard>
            <SessionGate launchKey={launchKey} onLanguage={setLanguage}>
              <DeskProvider>
                <Router />
              </DeskProvider>
            </SessionGate>
          </CrashGuard>
        </DeskTexts>
      </ApiProvider>
    </QueryClientProvider>
  );
}
