import { useMemo } from 'react';
import type { Question } from '../../../lan-server/questions/index.ts';
import { readMarkup } from '../../../lan-server/questions/markup.ts';
import { useText } from '../../i18n/text.tsx';
import { Nodes } from '../../rich/Formatted.tsx';
import { FormattedText } from '../../rich/FormattedText.tsx';
import { splitLead } from '../../rich/split-lead.ts';
import { questionTitle } from './question-title.ts';
import styles from './QuestionWords.module.css';

type QuestionWordsProps = { question: Question; part: 'text' | 'explanation' };

/** The text or the explanation of a question as it is formatted, and below it in its second language. */
export function QuestionWords({ question, part }: QuestionWordsProps) {
  const { t } = useText();
  const { second } = question;
  const plain = part === 'text' ? questionTitle(question, t) : question.explanation;
  const other = second?.[part] ?? '';
  return (
    <>
      <FormattedText markup={question.rich?.[part]} plain={plain} language={question.language} />
      {other.trim() !== '' && (
        <FormattedText
          className={styles.second}
          markup={second?.rich?.[part]}
          plain={other}
          language={second?.language}
        />
      )}
    </>
  );
}

type QuestionTitleProps = { question: Pick<Question, 'text' | 'rich'> };

/** A question's name in a line of a list, with its formulas; tables and lists in it are left to the whole text. */
export function QuestionTitle({ question }: QuestionTitleProps) {
  const { t } = useText();
  const markup = question.rich?.text;
  const lead = useMemo(() => {
    const nodes = markup === undefined ? null : readMarkup(markup);
    return nodes && splitLead(nodes).lead;
  }, [markup]);
  return <bdi>{lead && lead.length > 0 ? <Nodes nodes={lead} /> : questionTitle(question, t)}</bdi>;
}
