import { takesAnswers } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import type { Second } from '../../../lan-server/questions/words.ts';
import { useText } from '../../i18n/text.tsx';
import { editorNamed } from '../../questions/editors.ts';
import { Button, Icon, icons, letterAt, Select, TextArea } from '../../ui/index.ts';
import { RichField } from '../rich/RichField.tsx';
import type { RichPart } from '../rich/use-rich-part.ts';
import { languagesOffered } from './languages-offered.ts';
import { optionsOf, valueOfPart, withPart } from './question-words.ts';
import styles from './SecondLanguage.module.css';

type SecondLanguageProps = {
  question: Question;
  part: RichPart | null;
  onChange: (question: Question, field?: string) => void;
};

/** The same question in another language, side by side on wall and phones. */
export function SecondLanguage({ question, part, onChange }: SecondLanguageProps) {
  const { t, language: reader } = useText();
  const { second } = question;
  if (!second) {
    const language = reader === 'en' ? 'es' : 'en';
    return (
      <Button
        look="quiet"
        className={styles.add}
        icon={<Icon path={icons.plus} />}
        onClick={() =>
          onChange({
            ...question,
            language: question.language ?? reader,
            second: { language, text: '' },
          })
        }
      >
        {t('teacher.second.add')}
      </Button>
    );
  }
  const change = (next: Second, field?: string) =>
    onChange({ ...question, second: next }, field && `second-${field}`);
  const offered = languagesOffered(reader, second.language);
  const language = offered.find(({ value }) => value === second.language)?.label ?? second.language;
  const options = editorNamed(question.kind).shuffles ? (optionsOf(question) ?? []) : [];
  const asks = takesAnswers(question);
  const lettered = options.map((option, place) => ({ option, place, letter: letterAt(place) }));
  return (
    <section className={styles.second} aria-label={t('teacher.second.title')}>
      <div className={styles.head}>
        <Select
          label={t('teacher.second.own')}
          options={languagesOffered(reader, question.language)}
          value={question.language ?? reader}
          onChange={(own) => onChange({ ...question, language: own })}
        />
        <Select
          label={t('teacher.second.language')}
          options={offered}
          value={second.language}
          onChange={(next) => change({ ...second, language: next })}
        />
        <Button
          look="quiet"
          small
          className={styles.remove}
          icon={<Icon path={icons.trash} size="s" />}
          onClick={() => onChange({ ...question, second: undefined })}
        >
          {t('teacher.second.remove')}
        </Button>
      </div>
      <RichField
        label={t('teacher.second.text', { language })}
        longest={2000}
        rows={2}
        placeholder={t('teacher.second.empty')}
        language={second.language}
        value={valueOfPart(second, 'text')}
        part={part}
        onChange={(value) => change(withPart(second, 'text', value), 'text')}
      />
      {lettered.map(({ option, place, letter }) => (
        <TextArea
          key={letter}
          label={t('teacher.second.option', { letter: letter.toUpperCase(), language })}
          maxLength={500}
          lang={second.language}
          dir="auto"
          placeholder={option}
          value={second.options?.[place] ?? ''}
          onChange={(text) => {
            const next = options.map((_, at) =>
              at === place ? text.replaceAll('\n', ' ') : (second.options?.[at] ?? ''),
            );
            change({ ...second, options: next }, `option-${place}`);
          }}
        />
      ))}
      {asks && (
        <>
          <RichField
            label={t('teacher.second.explanation', { language })}
            longest={2000}
            rows={2}
            placeholder={t('teacher.second.empty')}
            language={second.language}
            value={valueOfPart(second, 'explanation')}
            part={part}
            onChange={(value) => change(withPart(second, 'explanation', value), 'explanation')}
          />
          <TextArea
            label={t('teacher.second.hint', { language })}
            maxLength={500}
            rows={2}
            lang={second.language}
            dir="auto"
            placeholder={t('teacher.second.empty')}
            value={second.hint ?? ''}
            onChange={(hint) => change({ ...second, hint: hint || undefined }, 'hint')}
          />
        </>
      )}
    </section>
  );
}
