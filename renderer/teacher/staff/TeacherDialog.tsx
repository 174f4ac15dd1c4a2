import { useState } from 'react';
import type { StaffMember } from '../../../lan-server/contract/staff.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, Segmented, TextField } from '../../ui/index.ts';
import type { NewTeacher, StaffChange } from '../api.ts';
import { emptyWay, WayFields, wayOf } from './WayFields.tsx';
import styles from './Staff.module.css';

export type Asked =
  | { what: 'add' }
  | { what: 'rename'; teacher: StaffMember }
  | { what: 'way'; teacher: StaffMember };

type TeacherDialogProps = {
  asked: Asked;
  busy: boolean;
  onAdd: (fresh: NewTeacher) => void;
  onChange: (teacher: StaffMember, change: StaffChange) => void;
  onClose: () => void;
};

/** Adds a teacher, or gives one another name or another way in. */
export function TeacherDialog({ asked, busy, onAdd, onChange, onClose }: TeacherDialogProps) {
  const { t } = useText();
  const [name, setName] = useState(asked.what === 'rename' ? asked.teacher.name : '');
  const [role, setRole] = useState<'teacher' | 'admin'>('teacher');
  const [draft, setDraft] = useState(emptyWay);
  const [tried, setTried] = useState(false);
  const nameless = asked.what !== 'way' && name.trim() === '';

  const submit = () => {
    setTried(true);
    const way = wayOf(draft);
    if (busy || nameless) return;
    if (asked.what === 'rename') onChange(asked.teacher, { name: name.trim() });
    else if (way && asked.what === 'way') onChange(asked.teacher, { way });
    else if (way) onAdd({ name: name.trim(), role, way });
  };
  const title =
    asked.what === 'add'
      ? t('staff.teachers.add')
      : t(asked.what === 'way' ? 'staff.teachers.wayTitle' : 'staff.teachers.renameTitle', {
          name: asked.teacher.name,
        });
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="filled" busy={busy} onClick={submit}>
            {t(asked.what === 'add' ? 'staff.teachers.create' : 'staff.teachers.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {asked.what !== 'way' && (
          <TextField
            label={t('staff.teachers.name')}
            value={name}
            onChange={setName}
            maxLength={80}
            autoComplete="off"
            error={tried && nameless ? t('staff.teachers.nameMissing') : null}
          />
        )}
        {asked.what === 'add' && (
          <div className={styles.role}>
            <Segmented
              label={t('staff.teachers.role')}
              choices={[
                { value: 'teacher', label: t('staff.role.teacher') },
                { value: 'admin', label: t('staff.role.admin') },
              ]}
              value={role}
              onChange={setRole}
            />
            <p className="small soft">{t('staff.teachers.roleHint')}</p>
          </div>
        )}
        {asked.what === 'way' && <p>{t('staff.teachers.wayWords')}</p>}
        {asked.what !== 'rename' && <WayFields draft={draft} onChange={setDraft} tried={tried} />}
      </form>
    </Dialog>
  );
}
