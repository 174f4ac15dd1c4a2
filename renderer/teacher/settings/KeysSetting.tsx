import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Icon, icons, Sheet } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';

/** The way to the keys of the school's own scripts. */
export function KeysSetting() {
  const { t } = useText();
  return (
    <Sheet as="section" pad="roomy" label={t('api.settings.title')}>
      <h2>{t('api.settings.title')}</h2>
      <p className="soft">{t('api.settings.words')}</p>
      <ButtonLink href={paths.keys} icon={<Icon path={icons.lock} />}>
        {t('api.settings.open')}
      </ButtonLink>
    </Sheet>
  );
}
