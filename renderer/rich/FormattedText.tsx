import { useMemo } from 'react';
import { readMarkup } from '../../lan-server/questions/markup.ts';
import { classes } from '../ui/classes.ts';
import styles from './Formatted.module.css';
import { Formatted, Nodes } from './Formatted.tsx';
import { splitLead } from './split-lead.ts';

type FormattedTextProps = {
  markup: string | undefined;
  plain: string;
  /** The language it is in, where that is known. */
  language?: string | undefined;
  className?: string | undefined;
};

/** A text of one or several paragraphs: an explanation, a hint. */
export function FormattedText({ markup, plain, language, className }: FormattedTextProps) {
  return (
    <div className={classes(styles.text, className)} lang={language} dir="auto">
      <Formatted markup={markup} plain={plain} />
    </div>
  );
}

type HeadlineProps = FormattedTextProps & { headlineClass?: string | undefined };

/** A question's text as the headline of its screen; lists, tables and wide formulas stand below the headline. */
export function FormattedHeadline(props: HeadlineProps) {
  const { markup, plain, language, className, headlineClass } = props;
  const parts = useMemo(() => {
    const nodes = markup ? readMarkup(markup) : null;
    return nodes && splitLead(nodes);
  }, [markup]);
  const whole = parts === null || parts.lead.length === 0;
  return (
    <div className={classes(styles.text, className)} lang={language} dir="auto">
      <h1 className={classes(headlineClass, whole && parts !== null && 'sr')} tabIndex={-1}>
        {whole ? plain : <Nodes nodes={parts.lead} />}
      </h1>
      {parts && parts.rest.length > 0 && <Nodes nodes={parts.rest} />}
    </div>
  );
}
