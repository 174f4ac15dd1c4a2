import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ClassStudent, SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, EmptyState, SearchBox, Segmented } from '../../ui/index.ts';
import type { ChosenStudents } from './chosen-students.ts';
import styles from './Classes.module.css';
import type { FoundStudents } from './found-students.ts';
import { ImportLink } from './ImportLink.tsx';
import { StudentTable } from './StudentTable.tsx';

/** So many rows are drawn at once; the rest on demand. */
const shownAtFirst = 200;

type StudentListProps = {
  klass: SchoolClass;
  everybody: readonly ClassStudent[];
  found: FoundStudents;
  chosen: ChosenStudents;
  /** What is done to those who are chosen. */
  bar: ReactNode;
  onOpen: (student: ClassStudent) => void;
};

/** The students of a class: by section, by search, all of them on demand. */
export function StudentList({ klass, everybody, found, chosen, bar, onOpen }: StudentListProps) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  if (everybody.length === 0)
    return (
      <EmptyState
        title={t('classes.page.empty')}
        step={klass.archivedAt === null && <ImportLink look="filled" classId={klass.id} />}
      >
        {t('classes.page.emptyWords')}
      </EmptyState>
    );
  const { students } = found;
  const shown = all ? students : students.slice(0, shownAtFirst);
  const wanted = found.wanted.trim();
  return (
    <>
      <div className={styles.tools}>
        {klass.sections.length > 0 && (
          <Segmented
            label={t('classes.page.sectionFilter')}
            hideLabel
            choices={[
              { value: 'all', label: t('classes.page.all') },
              ...klass.sections.map(({ id, name }) => ({ value: id, label: name })),
              { value: 'none', label: t('classes.page.none') },
            ]}
            value={found.place}
            onChange={found.setPlace}
          />
        )}
        <SearchBox
          label={t('classes.page.find')}
          value={found.wanted}
          onChange={found.setWanted}
          shortcut="/"
        />
      </div>
      {bar}
      <p className="sr" role="status">
        {wanted !== '' && t('classes.page.found', { count: students.length })}
      </p>
      {students.length === 0 && (
        <EmptyState
          title={
            wanted === '' ? t('classes.page.empty') : t('classes.page.nothing', { text: wanted })
          }
          step={<Button onClick={found.reset}>{t('classes.page.everybody')}</Button>}
        />
      )}
      {shown.length > 0 && (
        <StudentTable
          students={shown}
          sections={klass.sections}
          chosen={chosen.has}
          onChoose={chosen.choose}
          onOpen={onOpen}
        />
      )}
      {shown.length < students.length && (
        <Button onClick={() => setAll(true)}>
          {t('classes.page.showAll', { count: students.length })}
        </Button>
      )}
    </>
  );
}
