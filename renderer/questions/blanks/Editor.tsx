import { useLayoutEffect, useRef } from 'react';
import type { Blanks } from '../../../lan-server/questions/blanks/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ExactnessFields } from '../../typed/ExactnessFields.tsx';
import { Button, Icon, icons, Segmented, TextArea, TextField } from '../../ui/index.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';
import styles from './Editor.module.css';
import { gapAt, gapWith, readGaps, written } from './gap-text.ts';

type Gap = Blanks['gaps'][number];

/** Said as variables: in a text of the program they would be one. */
const braces = { open: '{{', close: '}}' };

function BlanksFields({ question, onChange }: EditorProps<Blanks>) {
  const { t } = useText();
  const frame = useRef<HTMLElement>(null);
  const wanted = useRef<{ start: number; end: number } | null>(null);
  const text = written(question);
  useLayoutEffect(() => {
    const area = frame.current?.querySelector('textarea');
    if (!wanted.current || !area) return;
    area.focus();
    area.setSelectionRange(wanted.current.start, wanted.current.end);
    wanted.current = null;
  });

  function addGap() {
    const area = frame.current?.querySelector('textarea');
    const { selectionStart, selectionEnd } = area ?? {
      selectionStart: text.length,
      selectionEnd: text.length,
    };
    const next = gapAt(text, selectionStart, selectionEnd);
    wanted.current = next;
    onChange({ ...question, ...readGaps(next.text) });
  }
  const setGap = (place: number, gap: Gap, field?: string) =>
    onChange(
      { ...question, gaps: question.gaps.map((one, at) => (at === place ? gap : one)) },
      field,
    );

  return (
    <section ref={frame} aria-label={t('kinds.blanks.name')} className={styles.fields}>
      <TextArea
        label={t('kinds.blanks.desk.text')}
        hint={t('kinds.blanks.desk.textHint', braces)}
        rows={3}
        maxLength={2000}
        placeholder={t('kinds.blanks.desk.textEmpty', braces)}
        value={text}
        onChange={(next) => onChange({ ...question, ...readGaps(next) }, 'passage')}
      />
      <div>
        <Button icon={<Icon path={icons.plus} />} onClick={addGap}>
          {t('kinds.blanks.desk.add')}
        </Button>
      </div>
      <ol className={styles.gaps}>
        {question.gaps.map((gap, place) => (
          <li key={place} className={styles.gap}>
            <b className={styles.number}>{place + 1}</b>
            <GapFields
              gap={gap}
              number={place + 1}
              onGap={(next, field) => setGap(place, next, field && `${field}-${place}`)}
            />
          </li>
        ))}
      </ol>
      {question.gaps.some(({ options }) => options === null) && (
        <ExactnessFields
          exactness={question}
          onChange={(change) => onChange({ ...question, ...change })}
        />
      )}
    </section>
  );
}

/** What is right in one gap, and what else there is to choose. */
function GapFields({
  gap,
  number,
  onGap,
}: {
  gap: Gap;
  number: number;
  onGap: (gap: Gap, field?: string) => void;
}) {
  const { t } = useText();
  const chosen = gap.options !== null;
  const texts = gap.options ?? gap.accepted;
  const [right = '', ...others] = texts;
  return (
    <div className={styles.words}>
      <TextField
        label={t('kinds.blanks.desk.right', { number })}
        value={right}
        maxLength={80}
        onChange={(text) => onGap(gapWith([text, ...others], chosen), 'gap-right')}
      />
      <TextField
        label={t(chosen ? 'kinds.blanks.desk.wrong' : 'kinds.blanks.desk.also', { number })}
        hint={t('kinds.blanks.desk.commas')}
        value={others.join(',')}
        onChange={(text) =>
          onGap(
            gapWith([right, ...(text === '' ? [] : listed(text, chosen))], chosen),
            'gap-others',
          )
        }
      />
      <Segmented
        label={t('kinds.blanks.desk.how', { number })}
        hideLabel
        value={chosen ? 'chosen' : 'typed'}
        choices={[
          { value: 'typed', label: t('kinds.blanks.desk.typed') },
          { value: 'chosen', label: t('kinds.blanks.desk.chosen') },
        ]}
        onChange={(how) => onGap(gapWith(texts.slice(0, 8), how === 'chosen'))}
      />
    </div>
  );
}

/** What was written with commas; no more than the laptop stores. */
function listed(text: string, chosen: boolean): string[] {
  return text
    .split(',')
    .slice(0, chosen ? 7 : 19)
    .map((one) => one.slice(0, 80));
}

/** Fill in the blanks: a text with gaps, and what is right in each. */
export const blanksEditor: EditorUi<Blanks> = {
  Editor: BlanksFields,
  keyed: true,
  group: 'type',
  icon: { d: 'M3.5 7h7M14 7h6.5M3.5 12h3M3.5 17h5M10 12h7v5h-7z' },
  adopt: (blank) => blank,
};
