import { maxOptions } from '../../../lan-server/questions/options.ts';
import type { Ordering } from '../../../lan-server/questions/ordering/index.ts';
import { RowsEditor } from '../../arrange/RowsEditor.tsx';
import { useText } from '../../i18n/text.tsx';
import { minOptions } from '../../options/option-edits.ts';
import { Switch } from '../../ui/index.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';
import styles from './Editor.module.css';

function OrderingFields({ question, onChange }: EditorProps<Ordering>) {
  const { t } = useText();
  const { keyed } = question;
  const name = (index: number) => t('kinds.ordering.desk.item', { place: index + 1 });
  return (
    <>
      <RowsEditor
        title={t(keyed ? 'kinds.ordering.desk.title' : 'kinds.ordering.desk.titleRanked')}
        hint={t('kinds.ordering.desk.hint')}
        rows={question.items.map((item) => [item])}
        width={1}
        least={minOptions}
        most={maxOptions}
        words={{
          add: t('kinds.ordering.desk.add'),
          most: t('kinds.ordering.desk.most'),
          least: t('kinds.ordering.desk.least'),
        }}
        nameOf={name}
        fieldName={name}
        onChange={(rows, typing) =>
          onChange({ ...question, items: rows.map(([item = '']) => item) }, typing)
        }
      />
      <div className={styles.keyed}>
        <Switch
          checked={keyed}
          label={t('kinds.ordering.desk.keyed')}
          onChange={(on) => onChange({ ...question, keyed: on })}
        />
        {!keyed && <p className="small muted">{t('kinds.ordering.desk.ranked')}</p>}
      </div>
    </>
  );
}

/** Ordering: the items, written down in the right order. */
export const orderingEditor: EditorUi<Ordering> = {
  Editor: OrderingFields,
  keyed: true,
  group: 'arrange',
  icon: { d: 'M10 6h10M10 12h10M10 18h10M5 4v16M2.5 17.5 5 20l2.5-2.5' },
  adopt: (blank, from) =>
    from.kind === 'choice' || from.kind === 'multiple' ? { ...blank, items: from.options } : blank,
};
