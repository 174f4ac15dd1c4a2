import type {
  OpenTextAnswer,
  PublicOpenText,
} from '../../../lan-server/questions/opentext/index.ts';
import { useText } from '../../i18n/text.tsx';
import type { InputUi } from '../input-ui.ts';
import styles from './Input.module.css';

/** As many letters as the laptop takes. */
const maxLetters = 500;

/** Open text on the phone: a field of several lines, then Send. */
export const openTextInput: InputUi<
  PublicOpenText,
  OpenTextAnswer,
  never,
  { total: number },
  string
> = {
  sends: 'button',
  start: (_question, answer) => answer?.text ?? '',
  ready(_question, draft) {
    const text = draft.trim();
    return text === '' ? null : { text };
  },
  press: () => null,
  Input({ draft, onDraft }) {
    const { t } = useText();
    return (
      <div>
        <textarea
          className={styles.field}
          rows={5}
          value={draft}
          maxLength={maxLetters}
          aria-label={t('kinds.opentext.phone.label')}
          onInput={(event) => onDraft(event.currentTarget.value)}
        />
        <p className={styles.left}>
          {t('kinds.opentext.phone.left', { count: maxLetters - draft.length })}
        </p>
      </div>
    );
  },
  Given: ({ answer, large }) => (
    <bdi className={large ? styles.large : styles.small}>{answer.text}</bdi>
  ),
  name: () => null,
  parts: () => 1,
  keyAnswer: () => null,
  Class({ picture }) {
    const { t } = useText();
    return <p>{t('kinds.opentext.phone.total', { count: picture.total })}</p>;
  },
};
