import type { StaffMember } from '../../../lan-server/contract/staff.ts';
import { useText } from '../../i18n/text.tsx';
import { Menu, Pill } from '../../ui/index.ts';
import type { MenuItem } from '../../ui/index.ts';
import { useMoment } from '../shell/moment.ts';
import { TeacherMark } from './TeacherMark.tsx';
import styles from './Staff.module.css';

type TeacherRowProps = {
  teacher: StaffMember;
  isMe: boolean;
  /** Null where nothing can be changed from this device. */
  items: MenuItem[] | null;
};

/** One teacher: who, in which role, how they sign in, and what can be changed. */
export function TeacherRow({ teacher, isMe, items }: TeacherRowProps) {
  const { t } = useText();
  const moment = useMoment();
  const { id, name, role, leftAt } = teacher;
  const ways = [
    ...(teacher.hasPassword ? [t('staff.teachers.password')] : []),
    ...(teacher.hasPin ? [t('staff.teachers.pin')] : []),
    ...(teacher.invited ? [t('staff.teachers.open')] : []),
  ];
  return (
    <li className={styles.row}>
      <TeacherMark id={id} name={name} />
      <div className={styles.what}>
        <span className={styles.name}>
          {name}
          {role === 'admin' && leftAt === null && <Pill>{t('staff.role.admin')}</Pill>}
          {isMe && <Pill tone="good">{t('staff.teachers.you')}</Pill>}
          {leftAt !== null && <Pill tone="warn">{t('staff.teachers.left')}</Pill>}
        </span>
        <span className="small soft">
          {leftAt !== null
            ? t('staff.teachers.leftSince', { when: moment(leftAt) })
            : ways.length > 0
              ? ways.join(' · ')
              : t('staff.teachers.tap')}
        </span>
      </div>
      {items && <Menu label={t('staff.teachers.more', { name })} items={items} />}
    </li>
  );
}
