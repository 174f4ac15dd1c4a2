import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, Icon, icons } from '../../ui/index.ts';
import type { Taught } from '../api.ts';
import { useSeveral } from '../session/teacher.tsx';
import { CoTeachers } from './CoTeachers.tsx';

/** Opens who teaches a class or a lesson together; nothing where one teacher has the laptop for themselves. */
export function SharedButton({ kind, id }: Taught) {
  const { t } = useText();
  const several = useSeveral();
  const [open, setOpen] = useState(false);
  if (!several) return null;
  return (
    <>
      <Button
        label={t('staff.shared.open')}
        icon={<Icon path={icons.users} />}
        onClick={() => setOpen(true)}
      />
      <Dialog open={open} title={t('staff.shared.open')} onClose={() => setOpen(false)}>
        <CoTeachers kind={kind} id={id} />
      </Dialog>
    </>
  );
}
