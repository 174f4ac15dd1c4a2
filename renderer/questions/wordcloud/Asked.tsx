import { useText } from '../../i18n/text.tsx';
import type { AskedProps } from '../live-props.ts';
import styles from './WordCloud.module.css';

/** What to send, while results are hidden. */
export function WordCloudAsked({ question }: AskedProps<'wordcloud'>) {
  const { t } = useText();
  return <p className={styles.hint}>{t('kinds.wordcloud.wall.ask', { count: question.words })}</p>;
}
