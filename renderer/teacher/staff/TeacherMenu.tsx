import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Icon, icons, Menu } from '../../ui/index.ts';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';
import { useSchoolName, useSeveral, useTeacher } from '../session/teacher.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { useLeave } from './leave.ts';
import { TeacherMark } from './TeacherMark.tsx';
import styles from './TeacherMenu.module.css';

/** Who is signed in, and the way to somebody else. */
export function TeacherMenu() {
  const { t } = useText();
  const go = useGo();
  const leave = useLeave();
  const errorText = useErrorText();
  const { id, name } = useTeacher();
  const several = useSeveral();
  const school = useSchoolName();
  const [refused, setRefused] = useState<string | null>(null);

  const away = async () => {
    const error = await leave();
    setRefused(error && errorText(error));
  };
  return (
    <>
      <div className={styles.menu}>
        <TeacherMark id={id} name={name} />
        <div className={styles.who}>
          <span className={styles.name}>{name}</span>
          {school !== '' && <span className={styles.school}>{school}</span>}
        </div>
        <Menu
          label={t('staff.menu.label', { name })}
          small
          items={[
            {
              id: 'account',
              label: t('staff.menu.account'),
              icon: <Icon path={icons.gear} />,
              onSelect: () => go(paths.settings),
            },
            ...(several
              ? [
                  {
                    id: 'switch',
                    label: t('staff.menu.switch'),
                    icon: <Icon path={icons.users} />,
                    onSelect: () => void away(),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}
