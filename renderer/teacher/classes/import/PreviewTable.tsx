import type { LineChoice, PlannedLine } from '../../../../lan-server/contract/student-import.ts';
import { useText } from '../../../i18n/text.tsx';
import { classes, Pill, Select, Table } from '../../../ui/index.ts';
import styles from './Import.module.css';

type PreviewTableProps = {
  lines: readonly PlannedLine[];
  onChoose: (lines: { line: number; choice: Omit<LineChoice, 'line'> | null }[]) => void;
};

/** Line by line: what the list says, and what will happen with it. */
export function PreviewTable({ lines, onChoose }: PreviewTableProps) {
  const { t } = useText();
  return (
    <Table caption={t('classes.import.lines')} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t('classes.import.line')}</th>
          <th scope="col">{t('classes.import.file1')}</th>
          <th scope="col">{t('classes.import.what')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <td className={styles.number}>{line.line}</td>
            <th scope="row" className={styles.said}>
              {line.name}{' '}
              <span className="small soft">
                {[line.number, line.section, line.pin].filter(Boolean).join(' · ')}
              </span>
            </th>
            <td className={styles.fate}>
              <Fate line={line} onChoose={(choice) => onChoose([{ line: line.line, choice }])} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type FateProps = {
  line: PlannedLine;
  onChoose: (choice: Omit<LineChoice, 'line'> | null) => void;
};

function Fate({ line, onChoose }: FateProps) {
  const { t } = useText();
  const { fate, changes, chosen, first, notes } = line;
  // Once decided, the decision can be changed in the same place.
  const open = fate === 'alike' || fate === 'double' || chosen !== null;
  const words = t(`classes.import.fate.${fate}`, {
    what: changes.map((change) => t(`classes.import.changed.${change}`)).join(', '),
    where: line.candidates[0]?.where ?? '',
    first: first ?? '',
  });
  const quiet = fate === 'header' || fate === 'skipped' || fate === 'here';
  return (
    <>
      <span className={classes(quiet && 'soft')}>
        {fate === 'new' || fate === 'joins' ? <Pill tone="good">{words}</Pill> : null}
        {fate === 'alike' || fate === 'nameTooLong' || fate === 'empty' ? (
          <Pill tone="warn">{words}</Pill>
        ) : null}
        {!['new', 'joins', 'alike', 'nameTooLong', 'empty'].includes(fate) && words}
      </span>
      {open && <Decision line={line} onChoose={onChoose} />}
      {notes.map((note) => (
        <span key={note} className="small soft">
          {t(`classes.import.note.${note}`)}
        </span>
      ))}
    </>
  );
}

function Decision({ line, onChoose }: FateProps) {
  const { t } = useText();
  const { candidates, chosen, fate } = line;
  const value = chosen === 'same' ? (candidates[0]?.studentId ?? '') : (chosen ?? '');
  const leftOut = fate === 'double' && chosen === null;
  return (
    <Select
      small
      hideLabel
      label={t('classes.import.decide', { line: line.line, name: line.name })}
      value={value}
      onChange={(wanted) => {
        if (wanted === '') onChoose(null);
        else if (wanted === 'new' || wanted === 'skip') onChoose({ as: wanted, studentId: null });
        else onChoose({ as: 'same', studentId: wanted });
      }}
      options={[
        { value: '', label: t(leftOut ? 'classes.import.skip' : 'classes.import.undecided') },
        ...candidates.map(({ studentId, name, number, where }) => ({
          value: studentId,
          label:
            (number ?? where) === null
              ? t('classes.import.same', { name })
              : t('classes.import.sameWhere', {
                  name,
                  where: [number, where].filter(Boolean).join(', '),
                }),
        })),
        { value: 'new', label: t('classes.import.asNew') },
        ...(leftOut ? [] : [{ value: 'skip', label: t('classes.import.skip') }]),
      ]}
    />
  );
}
