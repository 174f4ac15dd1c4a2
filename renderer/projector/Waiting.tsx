import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.tsx';
import type { LinkState } from '../live/connection.ts';
import { QuietScreen } from '../stage/QuietScreen.tsx';
import { Shell } from '../stage/Shell.tsx';
import { useWindowSize } from '../stage/window-size.ts';

/** A picture that comes within this time needs no words before it. */
const quietMs = 600;

/** Before the first picture: an empty slate, and words when it takes long or nobody answers. */
export function Waiting({ link }: { link: LinkState }) {
  const { t } = useText();
  const size = useWindowSize();
  const [long, setLong] = useState(false);

  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), quietMs);
    return () => window.clearTimeout(timer);
  }, []);

  return (
    <Shell {...size} light={false}>
      {(long || link.is === 'offline') && (
        <QuietScreen title={t('projector.waiting.title')}>
          <p role="status">{t('projector.waiting.words')}</p>
        </QuietScreen>
      )}
    </Shell>
  );
}
