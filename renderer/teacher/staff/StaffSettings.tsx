import { useQuery } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import { ButtonLink, Icon, icons, Sheet } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { paths } from '../router/paths.ts';
import settings from '../settings/SettingsPage.module.css';
import { useMoment } from '../shell/moment.ts';

/** The ways to the school's settings and its teachers; for admins. */
export function StaffSettings() {
  const { t } = useText();
  return (
    <Sheet as="section" pad="roomy" label={t('staff.settings.school')}>
      <h2>{t('staff.settings.school')}</h2>
      <div className={settings.words}>
        <p className="soft">{t('staff.settings.schoolWords')}</p>
        <p className="soft">{t('staff.settings.teachersWords')}</p>
      </div>
      <div className={settings.acts}>
        <ButtonLink href={paths.teachers} icon={<Icon path={icons.users} />}>
          {t('staff.settings.teachersOpen')}
        </ButtonLink>
        <ButtonLink href={paths.school} icon={<Icon path={icons.gear} />}>
          {t('staff.settings.schoolOpen')}
        </ButtonLink>
      </div>
    </Sheet>
  );
}

/** How much is left of one's recovery sheet, and the way to it. */
export function RecoverySetting() {
  const { t } = useText();
  const api = useApi();
  const moment = useMoment();
  const codes = useQuery({
    queryKey: queryKeys.codes,
    queryFn: async () => valueOf(await api.codes()),
  }).data;
  return (
    <Sheet as="section" pad="roomy" label={t('staff.settings.recovery')}>
      <h2>{t('staff.settings.recovery')}</h2>
      <div className={settings.words}>
        <p className="soft">{t('staff.settings.recoveryWords')}</p>
        {/* As high before it is known. */}
        <p>
          {!codes
            ? '\u00A0'
            : codes.sheet
              ? t('staff.settings.recoveryLeft', {
                  count: codes.sheet.left,
                  when: moment(codes.sheet.madeAt),
                })
              : t('staff.settings.recoveryNone')}
        </p>
      </div>
      <ButtonLink href={paths.recovery} icon={<Icon path={icons.print} />}>
        {t('staff.settings.recoveryOpen')}
      </ButtonLink>
    </Sheet>
  );
}
