import { takesAnswers } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { asKind, editorNamed } from '../../questions/editors.ts';
import { Button, Icon, icons, TextArea } from '../../ui/index.ts';
import { RichField } from '../rich/RichField.tsx';
import type { RichPart } from '../rich/use-rich-part.ts';
import { keptInStep, valueOfPart, withPart } from './question-words.ts';
import { SecondLanguage } from './SecondLanguage.tsx';
import { KindMenu } from './KindMenu.tsx';
import styles from './QuestionForm.module.css';
import { QuestionMedia } from './QuestionMedia.tsx';
import { QuestionSettings } from './QuestionSettings.tsx';
import type { Edit } from './quiz-edits.ts';
import { problemsOf } from './ready.ts';

type QuestionFormProps = {
  question: Question;
  number: number;
  of: number;
  /** What formatted text needs, once it has come. */
  part: RichPart | null;
  onEdit: (edit: Edit) => void;
  onDuplicate: () => void;
  onDelete: () => void;
};

/** The question that is being worked on. */
export function QuestionForm({ question, number, of, part, onEdit, ...acts }: QuestionFormProps) {
  const { t } = useText();
  const { Editor } = editorNamed(question.kind);
  const problems = problemsOf(question);
  const change = (next: Question, field?: string) => {
    const kept = keptInStep(question, next, part?.typeset ?? null);
    onEdit({ type: 'change', question: kept, field });
  };
  const kind = t(`kinds.${question.kind}.name`);
  const asks = takesAnswers(question);

  return (
    <>
      <div className={styles.bar}>
        <KindMenu
          look="quiet"
          label={t('teacher.editor.kind', { kind })}
          now={question.kind}
          onChoose={(name) => change(asKind(question, name))}
        >
          <span className={styles.kind}>{kind}</span>
          <Icon path={icons.down} size="s" />
        </KindMenu>
        <span className={styles.place}>{t('teacher.editor.place', { number, of })}</span>
        <Button
          look="quiet"
          small
          icon={<Icon path={icons.plus} size="s" />}
          onClick={acts.onDuplicate}
        >
          {t('teacher.editor.duplicate')}
        </Button>
        <Button
          look="quiet"
          small
          icon={<Icon path={icons.trash} size="s" />}
          onClick={acts.onDelete}
        >
          {t('teacher.editor.delete')}
        </Button>
      </div>
      <QuestionMedia
        image={question.image ?? null}
        sound={question.sound ?? null}
        onImage={(image, field) => change({ ...question, image: image ?? undefined }, field)}
        onSound={(sound, field) => change({ ...question, sound: sound ?? undefined }, field)}
      >
        <RichField
          label={t(asks ? 'teacher.editor.text' : 'teacher.editor.slideText')}
          hideLabel
          large
          alwaysTools
          rows={2}
          longest={2000}
          placeholder={t(asks ? 'teacher.editor.textEmpty' : 'teacher.editor.slideTextEmpty')}
          language={question.language}
          value={valueOfPart(question, 'text')}
          part={part}
          onChange={(value) => change(withPart(question, 'text', value), 'text')}
        />
      </QuestionMedia>
      <div className={styles.own}>
        <Editor question={question} onChange={change} />
      </div>
      {problems.length > 0 && (
        <p className={styles.problems}>
          <Icon path={icons.alert} size="s" />
          <span>
            {t('teacher.editor.missing')}{' '}
            {problems.map((problem) => t(`questions.desk.problem.${problem}`)).join(' ')}
          </span>
        </p>
      )}
      {asks && <QuestionSettings question={question} onChange={change} />}
      <div className={styles.after}>
        {asks && (
          <>
            <RichField
              label={t('teacher.editor.afterReveal')}
              longest={2000}
              rows={2}
              placeholder={t('teacher.editor.afterRevealEmpty')}
              language={question.language}
              value={valueOfPart(question, 'explanation')}
              part={part}
              onChange={(value) => change(withPart(question, 'explanation', value), 'explanation')}
            />
            <TextArea
              label={t('teacher.editor.hint')}
              maxLength={500}
              rows={2}
              placeholder={t('teacher.editor.hintEmpty')}
              value={question.hint ?? ''}
              onChange={(hint) => change({ ...question, hint: hint || undefined }, 'hint')}
            />
          </>
        )}
        <TextArea
          label={t('teacher.editor.note')}
          maxLength={2000}
          rows={2}
          placeholder={t('teacher.editor.noteEmpty')}
          value={question.note}
          onChange={(note) => change({ ...question, note }, 'note')}
        />
      </div>
      <SecondLanguage question={question} part={part} onChange={change} />
    </>
  );
}
