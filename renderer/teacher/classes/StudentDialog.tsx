import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { ClassStudent, SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Avatar,
  Button,
  ButtonLink,
  Dialog,
  ErrorNotice,
  Icon,
  icons,
  Select,
  TextField,
} from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import { useDeeds } from './class-deeds.ts';
import styles from './Classes.module.css';

type StudentDialogProps = {
  student: ClassStudent;
  klass: SchoolClass;
  onMerge: () => void;
  onClose: () => void;
};

/** One student: name, number, PIN, section, picture, and when they were in which class. */
export function StudentDialog({ student, klass, onMerge, onClose }: StudentDialogProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const formId = useId();
  const { act, refused } = useDeeds();
  const [name, setName] = useState(student.name);
  const [number, setNumber] = useState(student.number ?? '');
  const [pin, setPin] = useState(student.pin ?? '');
  const [sectionId, setSectionId] = useState(student.sectionId ?? '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const detail = useQuery({
    queryKey: queryKeys.student(student.id),
    queryFn: async () => valueOf(await api.student(student.id)),
  });
  const pinFits = pin === '' || /^[0-9]{4,8}$/.test(pin);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || !pinFits || busy) return;
    setBusy(true);
    const words = { name, number, pin: pin === '' ? null : pin };
    let saved = (await act(() => api.changeStudent(student.id, words))).ok;
    if (saved && sectionId !== (student.sectionId ?? '')) {
      const move = {
        studentIds: [student.id],
        classId: klass.id,
        sectionId: sectionId === '' ? null : sectionId,
      };
      saved = (await act(() => api.moveStudents(klass.id, move))).ok;
    }
    setBusy(false);
    if (saved) onClose();
  };
  const makePin = async () => {
    const made = await act(() => api.makePins(klass.id, [student.id]));
    if (made.ok) setPin(made.value.students[0]?.pin ?? '');
  };

  return (
    <Dialog
      open
      title={t('classes.student.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={formId} look="filled" busy={busy}>
            {t('classes.student.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={t('classes.student.name')}
          error={tried && name.trim() === '' ? t('classes.student.nameMissing') : null}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="off"
        />
        <TextField
          label={t('classes.student.number')}
          hint={t('classes.student.numberHint')}
          value={number}
          onChange={setNumber}
          maxLength={40}
          autoComplete="off"
        />
        <div className={styles.pin}>
          <TextField
            label={t('classes.student.pin')}
            hint={t('classes.student.pinHint')}
            error={tried && !pinFits ? t('classes.student.pinWrong') : null}
            value={pin}
            onChange={setPin}
            maxLength={8}
            inputMode="numeric"
            autoComplete="off"
          />
          <Button onClick={() => void makePin()}>{t('classes.student.makePin')}</Button>
        </div>
        {klass.sections.length > 0 && (
          <Select
            label={t('classes.student.section')}
            value={sectionId}
            onChange={setSectionId}
            options={[
              { value: '', label: t('classes.page.none') },
              ...klass.sections.map((section) => ({ value: section.id, label: section.name })),
            ]}
          />
        )}
        <div className={styles.face}>
          <Avatar seed={detail.data?.avatar ?? student.avatar} size={56} />
          <Button
            onClick={() => void act(() => api.changeStudent(student.id, { avatar: 'another' }))}
          >
            {t('classes.student.another')}
          </Button>
          <Button look="quiet" onClick={onMerge}>
            {t('classes.student.merge')}
          </Button>
        </div>
        <div>
          <ButtonLink href={paths.student(student.id)} icon={<Icon path={icons.chart} />}>
            {t('classes.student.results')}
          </ButtonLink>
        </div>
        {detail.data && <History enrolments={detail.data.enrolments} />}
        {refused && (
          <ErrorNotice
            happened={t('classes.page.failed', { reason: errorText(refused) })}
            safe={t('classes.page.failedSafe')}
          />
        )}
      </form>
    </Dialog>
  );
}

type HistoryProps = {
  enrolments: readonly {
    className: string;
    sectionName: string | null;
    from: number;
    to: number | null;
  }[];
};

function History({ enrolments }: HistoryProps) {
  const { t, date } = useText();
  const day = (at: number) => date(at, { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <div>
      <h3 className={styles.title}>{t('classes.student.history')}</h3>
      <ul className={styles.history}>
        {enrolments.map(({ className, sectionName, from, to }, index) => (
          <li key={`${from} ${index}`} className="small">
            <b>{[className, sectionName].filter(Boolean).join(', ')}</b>{' '}
            {to === null
              ? t('classes.student.from', { from: day(from) })
              : t('classes.student.fromTo', { from: day(from), to: day(to) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
