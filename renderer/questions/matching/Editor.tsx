import { maxDistractors } from '../../../lan-server/questions/matching/index.ts';
import type { Matching } from '../../../lan-server/questions/matching/index.ts';
import { maxOptions } from '../../../lan-server/questions/options.ts';
import { RowsEditor } from '../../arrange/RowsEditor.tsx';
import { useText } from '../../i18n/text.tsx';
import { minOptions } from '../../options/option-edits.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

function MatchingFields({ question, onChange }: EditorProps<Matching>) {
  const { t } = useText();
  const { pairs, distractors } = question;
  const extraName = (index: number) => t('kinds.matching.desk.extraName', { place: index + 1 });
  return (
    <>
      <RowsEditor
        title={t('kinds.matching.desk.title')}
        hint={t('kinds.matching.desk.hint')}
        rows={pairs.map(({ prompt, choice }) => [prompt, choice])}
        width={2}
        least={minOptions}
        most={maxOptions}
        words={{
          add: t('kinds.matching.desk.add'),
          most: t('kinds.matching.desk.most'),
          least: t('kinds.matching.desk.least'),
        }}
        nameOf={(index) => t('kinds.matching.desk.pair', { place: index + 1 })}
        fieldName={(index, field) =>
          t(`kinds.matching.desk.${field === 0 ? 'prompt' : 'choice'}`, { place: index + 1 })
        }
        onChange={(rows, typing) => {
          const changed = rows.map(([prompt = '', choice = '']) => ({ prompt, choice }));
          onChange({ ...question, pairs: changed, keyed: true }, typing && `pair ${typing}`);
        }}
      />
      <RowsEditor
        title={t('kinds.matching.desk.extra')}
        hint={t('kinds.matching.desk.extraHint')}
        rows={distractors.map((choice) => [choice])}
        width={1}
        least={0}
        most={maxDistractors}
        words={{
          add: t('kinds.matching.desk.addExtra'),
          most: t('kinds.matching.desk.mostExtra'),
          least: t('kinds.matching.desk.leastExtra'),
        }}
        nameOf={extraName}
        fieldName={extraName}
        onChange={(rows, typing) => {
          const changed = rows.map(([choice = '']) => choice);
          onChange({ ...question, distractors: changed, keyed: true }, typing && `extra ${typing}`);
        }}
      />
    </>
  );
}

/** Matching: what belongs together, side by side, and choices that belong to nothing. */
export const matchingEditor: EditorUi<Matching> = {
  Editor: MatchingFields,
  keyed: true,
  group: 'arrange',
  icon: {
    d: 'M3.5 4.5h6v5h-6zM3.5 14.5h6v5h-6zM14.5 4.5h6v5h-6zM14.5 14.5h6v5h-6zM9.5 7l5 10M9.5 17l5-10',
  },
  adopt: (blank) => blank,
};
