import { useQuery } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Icon, icons, Sheet } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

/** Which version this is, and the file for whoever helps. */
export function HelpSetting() {
  const { t } = useText();
  const api = useApi();
  const health = useQuery({
    queryKey: queryKeys.health,
    queryFn: async () => valueOf(await api.health()),
  });
  return (
    <Sheet as="section" pad="roomy" label={t('safety.settings.help')}>
      <h2>{t('safety.settings.help')}</h2>
      <p className="soft">{t('safety.settings.diagnosticsWords')}</p>
      <ButtonLink href={api.diagnosticsHref} download icon={<Icon path={icons.download} />}>
        {t('safety.settings.diagnostics')}
      </ButtonLink>
      {/* As high before the version is known. */}
      <p className="small soft">
        {health.data ? t('teacher.settings.version', { version: health.data.version }) : '\u00A0'}
      </p>
    </Sheet>
  );
}
