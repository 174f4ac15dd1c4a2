import type { ReactNode } from 'react';
import type { SeatView } from '../../lan-server/contract/frames.ts';
import type { Answer } from '../../lan-server/questions/index.ts';
import { useText } from '../i18n/text.tsx';
import type { TextApi } from '../i18n/text.tsx';
import { FormattedText } from '../rich/FormattedText.tsx';
import { inputOf } from '../questions/inputs.ts';
import { Seal } from '../ui/Seal.tsx';
import { NowTray } from './NowTray.tsx';
import type { PhoneLink } from './link.ts';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import type { Mine, RevealedStage } from './screen.ts';
import styles from './screens.module.css';

type ResultScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  paused: boolean;
  stage: ShownStage;
  mine: Mine | null;
  result: SeatView['result'];
  /** The own answer to the first vote, where this was a further one. */
  first: Answer | null;
  onTryNow: () => void;
  /** What lies in the tray instead. */
  tray?: ReactNode;
};

/** What is told of a question; without a picture where the class's answers are not. */
type ShownStage = Omit<RevealedStage, 'at' | 'picture'> & {
  picture: RevealedStage['picture'] | null;
};

/** After the reveal: what was right, one's own answer and points, why, and how the class answered. */
export function ResultScreen(props: ResultScreenProps) {
  const { head, link, paused, stage, mine, result, first, onTryNow, tray } = props;
  const text = useText();
  const { t } = text;
  const { question, explanation, picture, key } = stage;
  const second = stage.moreExplanation?.second;
  const ui = inputOf(question);
  const keyAnswer = key === null ? null : ui.keyAnswer(key);
  const right = result?.right === true;
  const shown = right ? (mine?.answer ?? keyAnswer) : (keyAnswer ?? mine?.answer ?? null);
  const Given = ui.Given;
  const Class = ui.Class;
  const lines = underTitle({ text, stage, mine, result, keyAnswer, first });
  const Key = ui.Key;
  return (
    <PhoneFrame
      head={head}
      link={link.is}
      tray={
        tray ?? (
          <NowTray
            link={link}
            keptAt={mine && mine.is !== 'stored' ? mine.at : null}
            onTryNow={onTryNow}
          >
            {t(paused ? 'student.paused.short' : 'student.result.next')}
          </NowTray>
        )
      }
    >
      {/* At one's own speed it stands on no wall. */}
      {tray && (
        <FormattedText
          className={styles.soft}
          markup={question.rich?.text}
          plain={question.text || t('student.question.aloud')}
          language={question.language}
        />
      )}
      <div className={shown ? styles.verdict : styles.bareVerdict}>
        {shown && (
          <div className={styles.smallPlate}>
            {Key && key !== null && shown === keyAnswer ? (
              <Key question={question} answerKey={key} />
            ) : (
              <Given question={question} answer={shown} />
            )}
            {right && <Seal state="right" small className={styles.smallSeal} silent />}
          </div>
        )}
        <div>
          <h1 className={styles.title} tabIndex={-1}>
            {verdict({ text, stage, mine, right, keyAnswer })}
          </h1>
          {lines.map((line) => (
            <p key={line} className={styles.soft}>
              {line}
            </p>
          ))}
        </div>
      </div>
      {explanation && (
        <div className={styles.explanation}>
          <FormattedText
            markup={stage.moreExplanation?.rich}
            plain={explanation}
            language={question.language}
          />
          {second && (
            <FormattedText
              className={styles.second}
              markup={second.rich}
              plain={second.text}
              language={second.language}
            />
          )}
        </div>
      )}
      {picture !== null && picture.total > 0 && (
        <section className={styles.class}>
          <h2 className={styles.label}>{t('student.result.class')}</h2>
          <Class question={question} picture={picture} answerKey={key} />
        </section>
      )}
    </PhoneFrame>
  );
}

type Told = {
  text: TextApi;
  stage: ShownStage;
  mine: Mine | null;
  keyAnswer: Answer | null;
};

/** The result in one line: what is right, said plainly. Without a key, what one's own answer was. */
export function verdict({
  text,
  stage,
  mine,
  right,
  keyAnswer,
}: Told & { right: boolean }): string {
  const { t } = text;
  const { question, key } = stage;
  const ui = inputOf(question);
  const answer = keyAnswer ?? mine?.answer ?? null;
  const ownWords = key !== null && ui.keyName ? ui.keyName(question, key, text) : null;
  const name = ownWords ?? (answer && ui.name(question, answer, text));
  if (answer === null) return t('student.closed.none');
  if (name === null) return t('student.result.yours');
  const vars = { answer: name, count: ui.parts(answer) };
  if (keyAnswer === null) return t('student.sent.named', vars);
  return t(right ? 'student.result.right' : 'student.result.key', vars);
}

function underTitle({
  text,
  stage,
  mine,
  result,
  keyAnswer,
  first,
}: Told & { result: SeatView['result']; first: Answer | null }): string[] {
  const { t, number } = text;
  const ui = inputOf(stage.question);
  const lines: string[] = [];
  if (keyAnswer !== null && mine === null) lines.push(t('student.closed.none'));
  if (keyAnswer !== null && mine && result?.right !== true) {
    const name = ui.name(stage.question, mine.answer, text);
    if (name !== null) lines.push(t('student.result.chosen', { answer: name }));
  }
  const before = first && ui.name(stage.question, first, text);
  if (before !== null) lines.push(t('student.again.first', { answer: before }));
  if (result && result.right !== null && stage.question.points > 0) {
    const { points, total } = result;
    lines.push(t('student.result.points', { count: points, total: number(total) }));
    if (result.bonus !== undefined)
      lines.push(t('student.game.bonus', { bonus: number(result.bonus) }));
  }
  return lines;
}
