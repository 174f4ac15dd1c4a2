import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer } from '../../lan-server/questions/index.ts';
import { useText } from '../i18n/text.tsx';
import { inputOf, sendsBy } from '../questions/inputs.ts';
import { OptionSayings, sayingsOf } from '../rich/sayings.tsx';
import { Player } from '../sounds/Player.tsx';
import { AskedWords } from './AskedWords.tsx';
import { useFirstLanguage } from './first-language.ts';
import type { PhoneLink } from './link.ts';
import { OptionOrder } from './option-order.tsx';
import { optionsAloud } from './options-aloud.ts';
import { PhoneButton } from './PhoneButton.tsx';
import { PhonePicture } from './PhonePicture.tsx';
import { PhoneFrame } from './PhoneFrame.tsx';
import type { PhoneHead } from './PhoneFrame.tsx';
import styles from './screens.module.css';
import type { Mine, OpenStage } from './screen.ts';
import { TimerRow } from './TimerRow.tsx';

type AskScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  seatId: string;
  stage: OpenStage;
  at: number;
  /** The answer that is about to be changed. */
  mine: Mine | null;
  /** The own answer to the first vote, where this is a further one. */
  first: Answer | null;
  onAnswer: (answer: Answer) => void;
  /** Leaves the answer as it was. */
  onKeep: () => void;
  /** The answer is final: a tap alone does not send it. */
  confirm?: boolean;
  /** What lies in the tray instead; gets what the fields make, and whether it was asked to send nothing. */
  tray?: (answer: Answer | null, missing: boolean) => ReactNode;
};

const onControl = ({ target }: Event) =>
  target instanceof Element && target.closest('a, button, input, select, textarea') !== null;

/** A question that is open: the text above, the answers at the foot, the time in the tray. */
export function AskScreen(props: AskScreenProps) {
  const {
    head,
    link,
    seatId,
    stage,
    at,
    mine,
    first,
    onAnswer,
    onKeep,
    confirm = false,
    tray,
  } = props;
  const text = useText();
  const { t } = text;
  const { question, number, of } = stage;
  const ui = inputOf(question);
  const [draft, setDraft] = useState(() => ui.start(question, mine?.answer ?? null, seatId));
  // Two quick keys may come before the first one is drawn.
  const newest = useRef(draft);
  const [missing, setMissing] = useState(false);
  const seed = question.shuffle ? `${seatId} ${question.id}` : null;
  const { shown, swap } = useFirstLanguage(sayingsOf(question));
  const Input = ui.Input;
  const before = first && ui.name(question, first, text);
  const sends = confirm ? 'button' : sendsBy(question);

  function change(next: unknown) {
    newest.current = next;
    setDraft(next);
    setMissing(false);
    const answer = sends === 'tap' ? ui.ready(question, next) : null;
    if (answer) onAnswer(answer);
  }

  function send() {
    const answer = ui.ready(question, newest.current);
    if (answer) onAnswer(answer);
    else setMissing(true);
  }

  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const next = ui.press(question, newest.current, event.key.toLowerCase());
      if (next !== null) {
        // An arrow that moves an answer does not move the page as well.
        event.preventDefault();
        change(next);
      }
      // On a field or a button Enter has a meaning of its own already.
      else if (event.key === 'Enter' && !onControl(event)) send();
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });

  return (
    <PhoneFrame
      head={head}
      link={link.is}
      layout="apart"
      onSend={send}
      tray={
        tray?.(ui.ready(question, draft), missing) ?? (
          <>
            <TimerRow
              timer={stage.timer}
              at={at}
              note={t('student.question.place', { number, of })}
            />
            {(sends === 'button' || mine) && (
              <div className={styles.acts}>
                {missing && (
                  <p className={styles.missing} role="alert">
                    {t('student.question.missing')}
                  </p>
                )}
                {sends === 'button' && (
                  <PhoneButton type="submit">{t('student.question.send')}</PhoneButton>
                )}
                {mine && (
                  <PhoneButton look="quiet" onClick={onKeep}>
                    {t('student.question.keep')}
                  </PhoneButton>
                )}
              </div>
            )}
          </>
        )
      }
    >
      <div>
        {stage.round > 1 && (
          <p className={styles.again}>
            {t('student.again.title')}
            {before !== null && ` ${t('student.again.first', { answer: before })}`}
          </p>
        )}
        <AskedWords shown={shown} swap={swap} options={optionsAloud(question, shown[0], seed)}>
          {question.image && !ui.drawsImage && <PhonePicture image={question.image} />}
          {question.sound && <Player sound={question.sound} />}
        </AskedWords>
      </div>
      <OptionOrder value={seed}>
        <OptionSayings value={shown}>
          <Input question={question} draft={draft} onDraft={change} />
        </OptionSayings>
      </OptionOrder>
    </PhoneFrame>
  );
}
