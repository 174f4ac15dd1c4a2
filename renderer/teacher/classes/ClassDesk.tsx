import { useState } from 'react';
import type { SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { LoadingFrame } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn } from '../api-failure.ts';
import { ClassLessons } from '../schedule/ClassLessons.tsx';
import { NotFetched } from '../shell/NotFetched.tsx';
import { AddStudents } from './AddStudents.tsx';
import { ArchivedStudents } from './ArchivedStudents.tsx';
import type { Asked } from './asked.ts';
import { useChosen } from './chosen-students.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { useDeeds } from './class-deeds.ts';
import { useClassStudents } from './class-queries.ts';
import { ClassDialogs } from './ClassDialogs.tsx';
import styles from './Classes.module.css';
import { ClassHead } from './ClassHead.tsx';
import { ClassNotices } from './ClassNotices.tsx';
import { useFoundStudents } from './found-students.ts';
import { StudentList } from './StudentList.tsx';
import { WayIn } from './WayIn.tsx';

type ClassDeskProps = {
  klass: SchoolClass;
  /** A list was pasted where one name goes. */
  onPasted: (text: string) => void;
};

/** All of a class: its head, what there is to say, its students with what is done to those chosen, and the way in for them. */
export function ClassDesk({ klass, onPasted }: ClassDeskProps) {
  const { t } = useText();
  const api = useApi();
  const students = useClassStudents(klass.id);
  const deeds = useDeeds();
  const { act } = deeds;
  const everybody = students.data ?? [];
  const found = useFoundStudents(klass, everybody);
  const chosen = useChosen(everybody);
  const [asked, setAsked] = useState<Asked | null>(null);
  const failed = students.data ? null : errorIn(students.error);
  const readOnly = klass.archivedAt !== null;
  const add = async (name: string) =>
    (
      await act(
        () => api.addStudents(klass.id, [{ name, sectionId: found.section }]),
        ({ students: [made] }) => ({
          words: t('classes.page.added', { name: made?.name ?? name }),
          undo: made ? () => api.takeOut(klass.id, [made.id]) : undefined,
        }),
      )
    ).ok;

  return (
    <>
      <ClassHead klass={klass} some={everybody.length > 0} onAsk={(what) => setAsked({ what })} />
      {!readOnly && klass.relation !== 'none' && <ClassLessons classId={klass.id} />}
      <ClassNotices
        klass={klass}
        everybody={everybody}
        deeds={deeds}
        onLookAtPair={(keep, other) => setAsked({ what: 'merge', keep, otherId: other.id })}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          {!readOnly && <AddStudents onPasted={onPasted} onAdd={add} />}
          <NotFetched error={failed} onRetry={() => students.refetch()} />
          {!students.data && !failed && <LoadingFrame count={8} />}
          {students.data && (
            <StudentList
              klass={klass}
              everybody={everybody}
              found={found}
              chosen={chosen}
              bar={
                <ChosenBar
                  classId={klass.id}
                  chosen={chosen}
                  act={act}
                  onMove={() => setAsked({ what: 'move' })}
                />
              }
              onOpen={(student) => setAsked({ what: 'student', student })}
            />
          )}
          <ArchivedStudents
            classId={klass.id}
            onBack={(student) =>
              void act(
                () => api.archiveStudents(klass.id, [student.id], false),
                () => ({ words: t('classes.page.back', { count: 1 }) }),
              )
            }
          />
        </div>
        <aside className={styles.aside}>
          {!readOnly && (
            <WayIn klass={klass} onNewCode={() => void act(() => api.newClassCode(klass.id))} />
          )}
        </aside>
      </div>
      <ClassDialogs
        klass={klass}
        everybody={everybody}
        chosen={chosen}
        act={act}
        asked={asked}
        onAsk={setAsked}
      />
    </>
  );
}
