import { useText } from '../../i18n/text.tsx';
import { ButtonLink } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { usePage } from './page.ts';
import { Shell } from './Shell.tsx';
import styles from './Shell.module.css';

/** An address under which nothing stands. */
export function NotFoundPage() {
  const { t } = useText();
  usePage(t('teacher.page.missing.title'));
  return (
    <Shell>
      <div className={styles.missing}>
        <h1>{t('teacher.page.missing.title')}</h1>
        <p className="soft">{t('teacher.page.missing.words')}</p>
        <ButtonLink look="filled" href={paths.home}>
          {t('teacher.page.missing.home')}
        </ButtonLink>
      </div>
    </Shell>
  );
}
