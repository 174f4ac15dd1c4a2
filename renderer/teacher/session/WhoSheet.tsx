import { useState } from 'react';
import type { Session } from '../../../lan-server/contract/api.ts';
import type { SignInList } from '../../../lan-server/contract/staff.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Icon, icons, Sheet } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { TeacherMark } from '../staff/TeacherMark.tsx';
import { WhoForm } from './WhoForm.tsx';
import styles from './WhoSheet.module.css';

type WhoSheetProps = { list: SignInList; onSignedIn: (session: Session) => void };

/** Who is to sign in: chosen among the teachers, or, where there is one who can, asked for at once. */
export function WhoSheet({ list, onSignedIn }: WhoSheetProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [first, second] = list.teachers;
  const only = first && !second && !list.atLaptop ? first : null;
  const teacher = only ?? list.teachers.find(({ id }) => id === chosen) ?? null;

  const choose = async ({ id, ways }: SignInList['teachers'][0]) => {
    setRefused(null);
    if (!ways.tap) {
      setChosen(id);
      return;
    }
    setBusy(id);
    const result = await api.signIn({ teacherId: id });
    setBusy(null);
    if (result.ok) onSignedIn(result.value);
    else setRefused(errorText(result.error));
  };

  if (teacher)
    return (
      <Sheet pad="roomy">
        {!only && (
          <div className={styles.head}>
            <TeacherMark id={teacher.id} name={teacher.name} large />
            <span className={styles.name}>{teacher.name}</span>
            <Button small look="quiet" onClick={() => setChosen(null)}>
              {t('staff.who.back', { name: teacher.name })}
            </Button>
          </div>
        )}
        <WhoForm key={teacher.id} teacher={teacher} onSignedIn={onSignedIn} />
      </Sheet>
    );
  return (
    <>
      <ul className={styles.list} aria-label={t('staff.who.list')}>
        {list.teachers.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.teacher}
              aria-busy={busy === one.id}
              onClick={() => void choose(one)}
            >
              <TeacherMark id={one.id} name={one.name} large />
              {one.name}
              <Icon path={icons.right} size="s" />
            </button>
          </li>
        ))}
      </ul>
      {refused !== null && <p role="alert">{refused}</p>}
    </>
  );
}
