import type { WordCloud } from '../../../lan-server/questions/wordcloud/index.ts';
import { useText } from '../../i18n/text.tsx';
import { NumberField } from '../../ui/index.ts';
import type { EditorProps, EditorUi } from '../editor-ui.ts';

function WordCloudFields({ question, onChange }: EditorProps<WordCloud>) {
  const { t } = useText();
  return (
    <NumberField
      label={t('kinds.wordcloud.desk.words')}
      hint={t('kinds.wordcloud.desk.wordsHint')}
      min={1}
      max={5}
      value={question.words}
      onChange={(words) => {
        if (words !== null && Number.isInteger(words)) onChange({ ...question, words }, 'words');
      }}
    />
  );
}

/** Word cloud: how many words a student may send. */
export const wordCloudEditor: EditorUi<WordCloud> = {
  Editor: WordCloudFields,
  keyed: false,
  group: 'opinion',
  icon: {
    d: 'M3.5 8h7M13.5 8h4M6.5 12h11M4.5 16h4M11.5 16h9',
  },
  adopt: (blank) => blank,
};
