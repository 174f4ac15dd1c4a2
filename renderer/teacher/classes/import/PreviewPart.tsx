import { useState } from 'react';
import { columnSchema, lineFates } from '../../../../lan-server/contract/student-import.ts';
import type {
  LineFate,
  Preview,
  Separator,
  Table as ReadTable,
} from '../../../../lan-server/contract/student-import.ts';
import { useText } from '../../../i18n/text.tsx';
import { Button, Icon, icons, Notice, Select, Sheet, Switch } from '../../../ui/index.ts';
import styles from './Import.module.css';
import { PreviewTable } from './PreviewTable.tsx';
import type { useImport } from './use-import.ts';

type PreviewPartProps = {
  table: ReadTable;
  preview: Preview;
  importing: ReturnType<typeof useImport>;
};

/** So many lines are shown at once. */
const page = 100;

/** What was assumed, and what will happen with each line, before anything is stored. */
export function PreviewPart({ table, preview, importing }: PreviewPartProps) {
  const { t } = useText();
  const [show, setShow] = useState<LineFate | 'every'>('every');
  const [from, setFrom] = useState(0);
  const { counts, lines } = preview;
  const found = lines.filter(({ fate }) => show === 'every' || fate === show);
  // A group may be empty once its lines are decided.
  const at = from < found.length ? from : 0;
  const shown = found.slice(at, at + page);
  const effective = counts.new + counts.joins + counts.changes;
  const undecided = lines.filter(({ fate }) => fate === 'alike');
  const groups = lineFates.filter((fate) => counts[fate] > 0);

  return (
    <div className={styles.preview}>
      <Assumed table={table} preview={preview} importing={importing} />
      {preview.newSections.length > 0 && (
        <p className="soft">
          {t('classes.import.newSections', {
            count: preview.newSections.length,
            names: preview.newSections.join(', '),
          })}
        </p>
      )}
      {undecided.length > 0 && (
        <Notice
          tone="warn"
          icon={<Icon path={icons.alert} />}
          action={
            <span className={styles.bulk}>
              <Button
                small
                onClick={() =>
                  importing.choose(
                    undecided.map(({ line, candidates }) => ({
                      line,
                      choice: { as: 'same', studentId: candidates[0]?.studentId ?? null },
                    })),
                  )
                }
              >
                {t('classes.import.allSame')}
              </Button>
              <Button
                small
                onClick={() =>
                  importing.choose(
                    undecided.map(({ line }) => ({ line, choice: { as: 'new', studentId: null } })),
                  )
                }
              >
                {t('classes.import.allNew')}
              </Button>
            </span>
          }
        >
          {t('classes.import.left', { count: undecided.length })}
        </Notice>
      )}
      <div className={styles.tools}>
        <Select
          label={t('classes.import.show')}
          value={show}
          onChange={(value) => {
            setShow(value);
            setFrom(0);
          }}
          options={[
            { value: 'every' as const, label: `${t('classes.import.every')} (${lines.length})` },
            ...groups.map((fate) => ({
              value: fate,
              label: `${t(`classes.import.group.${fate}`)} (${counts[fate]})`,
            })),
          ]}
        />
        {found.length > page && (
          <span className={styles.pages}>
            <Button
              look="quiet"
              label={t('classes.import.earlier')}
              icon={<Icon path={icons.arrowLeft} />}
              aria-disabled={at === 0}
              onClick={() => setFrom(Math.max(0, at - page))}
            />
            <span className="tnum" role="status">
              {t('classes.import.page', {
                from: at + 1,
                to: at + shown.length,
                count: found.length,
              })}
            </span>
            <Button
              look="quiet"
              label={t('classes.import.later')}
              icon={<Icon path={icons.arrowRight} />}
              aria-disabled={at + page >= found.length}
              onClick={() => at + page < found.length && setFrom(at + page)}
            />
          </span>
        )}
      </div>
      <PreviewTable lines={shown} onChoose={importing.choose} />
      <div className={styles.foot}>
        <Button
          look="filled"
          busy={importing.state.busy !== null}
          disabledReason={effective === 0 ? t('classes.import.nothing') : null}
          onClick={() => void importing.run()}
        >
          {t('classes.import.go', { count: effective })}
        </Button>
      </div>
    </div>
  );
}

const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
} as const;

function Assumed({ table, preview, importing }: PreviewPartProps) {
  const { t } = useText();
  const { encoding, separator } = table;
  const inText = encoding !== null && separator !== null;
  const separators: Separator[] = ['tab', 'comma', 'semicolon', 'bar', 'none'];
  return (
    <Sheet as="section" pad="roomy">
      <p>
        {inText
          ? t('classes.import.assumedText', {
              encoding: encodingNames[encoding],
              separator: t(`classes.import.separators.${separator}`),
            })
          : t('classes.import.assumedXlsx')}{' '}
        {table.looseQuotes && t('classes.import.looseQuotes')}
      </p>
      <div className={styles.assumed}>
        {inText && (
          <>
            <Select
              small
              label={t('classes.import.encoding')}
              value={encoding}
              onChange={(value) => importing.readAs({ encoding: value })}
              options={(Object.keys(encodingNames) as (keyof typeof encodingNames)[]).map(
                (value) => ({ value, label: encodingNames[value] }),
              )}
            />
            <Select
              small
              label={t('classes.import.separator')}
              value={separator}
              onChange={(value) => importing.readAs({ encoding, separator: value })}
              options={separators.map((value) => ({
                value,
                label: t(`classes.import.separators.${value}`),
              }))}
            />
          </>
        )}
        {preview.columns.map((column, index) => (
          <Select
            // The columns of a table have no other name.
            key={index}
            small
            label={t('classes.import.columnOf', { number: index + 1 })}
            value={column}
            onChange={(value) =>
              importing.setColumns(
                preview.columns.map((before, place) =>
                  place === index ? value : before === value && value !== 'skip' ? 'skip' : before,
                ),
              )
            }
            options={columnSchema.options.map((value) => ({
              value,
              label: t(`classes.import.columns.${value}`),
            }))}
          />
        ))}
      </div>
      <Switch
        checked={preview.header}
        onChange={importing.setHeader}
        label={t('classes.import.header')}
      />
    </Sheet>
  );
}
