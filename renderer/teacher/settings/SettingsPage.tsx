import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, ButtonLink, ErrorNotice, Icon, icons, Sheet } from '../../ui/index.ts';
import type { TeacherPatch } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { useNetwork } from '../queries.ts';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';
import { signedIn, signedOut } from '../session/session.ts';
import { useTeacher } from '../session/teacher.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { PinSetting } from '../staff/PinSetting.tsx';
import { RecoverySetting, StaffSettings } from '../staff/StaffSettings.tsx';
import { usePage } from '../shell/page.ts';
import { Shell } from '../shell/Shell.tsx';
import { BackupsSetting } from './BackupsSetting.tsx';
import { HelpSetting } from './HelpSetting.tsx';
import { KeysSetting } from './KeysSetting.tsx';
import { PrivacySetting } from './PrivacySetting.tsx';
import { PasswordSetting } from './PasswordSetting.tsx';
import styles from './SettingsPage.module.css';
import { YouSetting } from './YouSetting.tsx';

/** Who teaches here, in which language, who else gets in, how students do, and what keeps the data safe. */
export function SettingsPage() {
  const { t } = useText();
  const api = useApi();
  const go = useGo();
  const queryClient = useQueryClient();
  const teacher = useTeacher();
  const isAdmin = teacher.role === 'admin';
  const errorText = useErrorText();
  const network = useNetwork().data;
  const [refused, setRefused] = useState<string | null>(null);
  usePage(t('teacher.settings.title'));

  /** Changes the teacher and takes the new state over; a refusal is given back as a sentence. */
  const change = async (patch: TeacherPatch): Promise<string | null> => {
    const result = await api.changeTeacher(patch);
    if (!result.ok) return errorText(result.error);
    signedIn(queryClient, result.value);
    return null;
  };
  const signOut = async () => {
    setRefused(null);
    const result = await api.signOut();
    if (!result.ok && result.error.code !== 'not_signed_in') {
      setRefused(errorText(result.error));
      return;
    }
    // Home is where the next person should arrive, not these settings.
    go(paths.home, { replace: true });
    signedOut(queryClient);
  };

  return (
    <Shell>
      <h1 className={styles.title}>{t('teacher.settings.title')}</h1>
      <div className={styles.columns}>
        <div className={styles.sheets}>
          <YouSetting teacher={teacher} change={change} />
          <PasswordSetting hasPassword={teacher.hasPassword} change={change} />
          <PinSetting hasPin={teacher.hasPin} change={change} />
          <RecoverySetting />
          <Sheet as="section" pad="roomy" label={t('teacher.settings.join')}>
            <h2>{t('teacher.settings.join')}</h2>
            {network?.door.address ? (
              <>
                <p className="soft">{t('teacher.settings.joinWords')}</p>
                <p className={styles.address}>{network.door.address}</p>
                {network.door.name && (
                  <p className="soft">
                    {t('teacher.settings.joinName')} <b>{network.door.name}</b>
                  </p>
                )}
              </>
            ) : (
              <p className="soft">{t(network ? 'teacher.air.noneHelp' : 'teacher.air.checking')}</p>
            )}
            <ButtonLink
              href="/"
              target="_blank"
              rel="noreferrer"
              icon={<Icon path={icons.phone} />}
            >
              {t('teacher.settings.joinOpen')}
            </ButtonLink>
          </Sheet>
        </div>
        <div className={styles.sheets}>
          {isAdmin && <StaffSettings />}
          {isAdmin && <BackupsSetting />}
          <Sheet as="section" pad="roomy" label={t('safety.settings.session')}>
            <h2>{t('safety.settings.session')}</h2>
            <p className="soft">{t('safety.settings.sessionWords')}</p>
            {refused !== null && (
              <ErrorNotice
                happened={t('teacher.settings.failed', { reason: refused })}
                safe={t('teacher.settings.failedSafe')}
              />
            )}
            <div className={styles.acts}>
              <ButtonLink href={paths.devices} icon={<Icon path={icons.users} />}>
                {t('safety.settings.devices')}
              </ButtonLink>
              <Button icon={<Icon path={icons.lock} />} onClick={() => void signOut()}>
                {t('teacher.settings.signOut')}
              </Button>
            </div>
          </Sheet>
          {isAdmin && <KeysSetting />}
          <PrivacySetting />
          {isAdmin && <HelpSetting />}
        </div>
      </div>
    </Shell>
  );
}
