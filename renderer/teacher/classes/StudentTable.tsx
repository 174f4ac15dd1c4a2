import type { ClassStudent, Section } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Avatar, Table } from '../../ui/index.ts';
import styles from './Classes.module.css';

type StudentTableProps = {
  students: readonly ClassStudent[];
  sections: readonly Section[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: string[], chosen: boolean) => void;
  onOpen: (student: ClassStudent) => void;
};

/** The students of a class; any number can be chosen for what is done to them together. */
export function StudentTable({ students, sections, chosen, onChoose, onOpen }: StudentTableProps) {
  const { t } = useText();
  const sectionNames = new Map(sections.map(({ id, name }) => [id, name]));
  const withNumber = students.some(({ number }) => number !== null);
  const withPin = students.some(({ pin }) => pin !== null);
  const all = students.every(({ id }) => chosen.has(id));
  return (
    <Table caption={t('classes.page.list')} hideCaption>
      <thead>
        <tr>
          <th scope="col" className={styles.checkCell}>
            <span className={styles.hit}>
              <input
                type="checkbox"
                aria-label={t('classes.page.chooseAll')}
                className={styles.check}
                checked={all}
                onChange={(event) =>
                  onChoose(
                    students.map(({ id }) => id),
                    event.currentTarget.checked,
                  )
                }
              />
            </span>
          </th>
          <th scope="col">{t('classes.page.student')}</th>
          {withNumber && <th scope="col">{t('classes.page.number')}</th>}
          {sections.length > 0 && <th scope="col">{t('classes.page.section')}</th>}
          {withPin && <th scope="col">{t('classes.page.pin')}</th>}
        </tr>
      </thead>
      <tbody>
        {students.map((student) => (
          <tr key={student.id}>
            <td>
              <span className={styles.hit}>
                <input
                  type="checkbox"
                  aria-label={t('classes.page.choose', { name: student.name })}
                  className={styles.check}
                  checked={chosen.has(student.id)}
                  onChange={(event) => onChoose([student.id], event.currentTarget.checked)}
                />
              </span>
            </td>
            <th scope="row">
              <span className={styles.person}>
                <Avatar seed={student.avatar} />
                <button
                  type="button"
                  className={styles.nameButton}
                  aria-haspopup="dialog"
                  onClick={() => onOpen(student)}
                >
                  {student.name}
                </button>
              </span>
            </th>
            {withNumber && <td>{student.number}</td>}
            {sections.length > 0 && (
              <td>{student.sectionId !== null && sectionNames.get(student.sectionId)}</td>
            )}
            {withPin && <td>{student.pin}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
