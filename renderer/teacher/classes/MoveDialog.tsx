import { useState } from 'react';
import type { SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, Select, Switch } from '../../ui/index.ts';
import { errorIn } from '../api-failure.ts';
import { useErrorText } from '../shell/error-text.ts';
import { useClass, useClasses } from './class-queries.ts';
import styles from './Classes.module.css';

export type MoveTarget = {
  classId: string;
  sectionId: string | null;
  stay: boolean;
  /** What the place is called. */
  name: string;
};

type MoveDialogProps = {
  from: SchoolClass;
  count: number;
  onMove: (target: MoveTarget) => void;
  onClose: () => void;
};

/** To another section, or another class. */
export function MoveDialog({ from, count, onMove, onClose }: MoveDialogProps) {
  const { t } = useText();
  const errorText = useErrorText();
  const classes = useClasses();
  const [classId, setClassId] = useState(from.id);
  const [sectionId, setSectionId] = useState('');
  const [stay, setStay] = useState(false);
  const found = useClass(classId);
  const target = found.data;
  const failed = target ? null : errorIn(found.error);
  const sections = target?.sections ?? [];
  const open = (classes.data ?? [from]).filter(
    ({ id, archivedAt }) => archivedAt === null || id === from.id,
  );
  const section = sections.find(({ id }) => id === sectionId);
  const move = () =>
    onMove({
      classId,
      sectionId: section?.id ?? null,
      stay: stay && classId !== from.id,
      name: [
        classId === from.id ? null : target?.name,
        section?.name ?? (classId === from.id ? t('classes.page.none') : null),
      ]
        .filter(Boolean)
        .join(', '),
    });
  return (
    <Dialog
      open
      title={t('classes.move.title', { count })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            look="filled"
            disabledReason={failed ? errorText(failed) : null}
            busy={!target && !failed}
            onClick={() => target && move()}
          >
            {t('classes.move.go')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label={t('classes.move.class')}
          value={classId}
          onChange={(id) => {
            setClassId(id);
            setSectionId('');
          }}
          options={open.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label={t('classes.move.section')}
          value={sectionId}
          onChange={setSectionId}
          options={[
            { value: '', label: t('classes.page.none') },
            ...sections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {classId !== from.id && (
          <Switch
            checked={stay}
            onChange={setStay}
            label={t('classes.move.stay', { name: from.name })}
          />
        )}
        <p className="small soft">{t('classes.move.kept')}</p>
      </div>
    </Dialog>
  );
}
