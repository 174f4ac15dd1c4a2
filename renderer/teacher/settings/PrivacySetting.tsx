import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Icon, icons, Sheet } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';

/** The way to what is kept of students, and for how long. */
export function PrivacySetting() {
  const { t } = useText();
  return (
    <Sheet as="section" pad="roomy" label={t('history.privacy.setting')}>
      <h2>{t('history.privacy.setting')}</h2>
      <p className="soft">{t('history.privacy.settingWords')}</p>
      <ButtonLink href={paths.privacy} icon={<Icon path={icons.lock} />}>
        {t('history.privacy.open')}
      </ButtonLink>
    </Sheet>
  );
}
