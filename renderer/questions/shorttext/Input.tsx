import type {
  PublicShortText,
  ShortTextAnswer,
} from '../../../lan-server/questions/shorttext/index.ts';
import { useText } from '../../i18n/text.tsx';
import { ClassBars } from '../../phone/ClassBars.tsx';
import slips from '../../typed/phone.module.css';
import type { InputUi } from '../input-ui.ts';

type Key = { accepted: string[] };
type Picture = {
  total: number;
  answers: { text: string; count: number; right?: boolean | undefined }[];
};

/** As many letters as the laptop takes. */
const maxLetters = 80;
/** As many answers as fit below one's own without scrolling far. */
const shownAnswers = 6;

/** Short text on the phone: one field, then Send. */
export const shortTextInput: InputUi<PublicShortText, ShortTextAnswer, Key, Picture, string> = {
  sends: 'button',
  start: (_question, answer) => answer?.text ?? '',
  ready(_question, draft) {
    const text = draft.replace(/\s+/g, ' ').trim();
    return text === '' ? null : { text };
  },
  press: () => null,
  Input({ draft, onDraft }) {
    const { t } = useText();
    return (
      <div>
        <p className={slips.hint}>{t('kinds.shorttext.phone.hint')}</p>
        <input
          className={slips.field}
          type="text"
          value={draft}
          maxLength={maxLetters}
          aria-label={t('kinds.shorttext.phone.label')}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="send"
          onInput={(event) => onDraft(event.currentTarget.value)}
        />
      </div>
    );
  },
  Given: ({ answer, large }) => (
    <span className={large ? slips.large : slips.sealed}>
      <bdi className={slips.slip}>{answer.text}</bdi>
    </span>
  ),
  name: (_question, answer) => answer.text,
  parts: () => 1,
  keyAnswer: (key) => (key.accepted[0] === undefined ? null : { text: key.accepted[0] }),
  Class({ picture }) {
    const { t } = useText();
    const shown = picture.answers.slice(0, shownAnswers);
    const more = picture.total - shown.reduce((sum, { count }) => sum + count, 0);
    return (
      <>
        <ClassBars
          rows={shown.map(({ text, count, right }) => ({
            label: text,
            count,
            right: right === true,
          }))}
        />
        {more > 0 && (
          <p className={slips.more}>{t('kinds.shorttext.phone.more', { count: more })}</p>
        )}
      </>
    );
  },
};
