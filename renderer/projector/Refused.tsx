import type { RejectionCode, WireError } from '../../lan-server/contract/rejections.ts';
import { useText } from '../i18n/text.tsx';
import { QuietScreen } from '../stage/QuietScreen.tsx';
import { Shell } from '../stage/Shell.tsx';
import { useWindowSize } from '../stage/window-size.ts';
import styles from './Refused.module.css';

function causeOf(code: RejectionCode): 'signIn' | 'unknown' | 'other' {
  if (code === 'not_signed_in' || code === 'forbidden') return 'signIn';
  if (code === 'not_found' || code === 'lesson_over' || code === 'unknown_code') return 'unknown';
  return 'other';
}

/** The server will not show this lesson here: why, and what to do. */
export function Refused({ error }: { error: WireError }) {
  const { t } = useText();
  const size = useWindowSize();
  const cause = causeOf(error.code);
  return (
    <main>
      <Shell {...size} light={false}>
        <QuietScreen title={t(`projector.refused.${cause}.title`)}>
          <p>{t(`projector.refused.${cause}.words`, { reason: t(`errors.${error.code}`) })}</p>
          <p>
            <a className={styles.step} href="/teacher">
              {t(`projector.refused.${cause}.step`)}
            </a>
          </p>
        </QuietScreen>
      </Shell>
    </main>
  );
}
