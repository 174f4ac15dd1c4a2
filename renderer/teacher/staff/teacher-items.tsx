import type { StaffMember } from '../../../lan-server/contract/staff.ts';
import type { TextApi } from '../../i18n/text.tsx';
import { Icon, icons } from '../../ui/index.ts';
import type { MenuItem } from '../../ui/index.ts';
import type { StaffChange } from '../api.ts';
import type { Asked } from './TeacherDialog.tsx';

/** What can be done with one teacher; of oneself, the name alone stands in the settings. */
export function itemsFor({
  t,
  teacher,
  isMe,
  onAsk,
  onLetGo,
  onChange,
}: {
  t: TextApi['t'];
  teacher: StaffMember;
  isMe: boolean;
  onAsk: (asked: Asked) => void;
  onLetGo: (teacher: StaffMember) => void;
  onChange: (teacher: StaffMember, change: StaffChange) => void;
}): MenuItem[] {
  if (teacher.leftAt !== null)
    return [
      {
        id: 'back',
        label: t('staff.teachers.takeBack'),
        icon: <Icon path={icons.undo} />,
        onSelect: () => onChange(teacher, { left: false }),
      },
    ];
  const isAdmin = teacher.role === 'admin';
  return [
    {
      id: 'rename',
      label: t('staff.teachers.rename'),
      icon: <Icon path={icons.pencil} />,
      onSelect: () => onAsk({ what: 'rename', teacher }),
    },
    {
      id: 'role',
      label: t(isAdmin ? 'staff.teachers.makeTeacher' : 'staff.teachers.makeAdmin'),
      icon: <Icon path={icons.star} />,
      onSelect: () => onChange(teacher, { role: isAdmin ? 'teacher' : 'admin' }),
    },
    ...(isMe
      ? []
      : [
          {
            id: 'way',
            label: t('staff.teachers.newWay'),
            icon: <Icon path={icons.lock} />,
            onSelect: () => onAsk({ what: 'way', teacher }),
          },
          {
            id: 'let-go',
            label: t('staff.teachers.letGo'),
            icon: <Icon path={icons.close} />,
            stop: true,
            onSelect: () => onLetGo(teacher),
          },
        ]),
  ];
}
