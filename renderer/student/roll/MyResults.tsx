import { useEffect, useState } from 'react';
import type { Ack } from '../../../lan-server/contract/commands.ts';
import type { MyLesson } from '../../../lan-server/contract/history.ts';
import { useText } from '../../i18n/text.tsx';
import { PhoneButton } from '../../phone/PhoneButton.tsx';
import { PhoneFrame } from '../../phone/PhoneFrame.tsx';
import type { LinkWord } from '../../phone/PhoneFrame.tsx';
import { Fresh } from '../Fresh.tsx';
import { classes } from '../../ui/classes.ts';
import door from '../door.module.css';
import styles from './MyResults.module.css';

type MyResultsProps = {
  link: LinkWord;
  say: (command: object) => Promise<Ack | null>;
  onBack: () => void;
};

/** What the teacher has released of this student's results: own answers, what was right, why, and points. */
export function MyResults({ link, say, onBack }: MyResultsProps) {
  const { t, language, number, date } = useText();
  const [lessons, setLessons] = useState<MyLesson[] | 'failed' | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let current = true;
    void say({ type: 'myResults', language }).then((ack) => {
      if (current) setLessons(ack?.ok === true && ack.mine ? ack.mine : 'failed');
    });
    return () => {
      current = false;
    };
    // `say` is made anew at each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked, language]);

  const points = ({ points, maxPoints }: MyLesson) =>
    maxPoints > 0
      ? t('roll.mine.points', { points: number(points), max: number(maxPoints) })
      : t('roll.mine.noPoints');
  const day = (at: number) => date(at, { day: 'numeric', month: 'long' });
  const shown = Array.isArray(lessons) ? lessons.find((one) => one.lessonId === open) : undefined;

  if (shown)
    return (
      <Fresh key={shown.lessonId}>
        <PhoneFrame
          link={link}
          tray={<PhoneButton onClick={() => setOpen(null)}>{t('roll.mine.all')}</PhoneButton>}
        >
          <h1 className={door.title} tabIndex={-1}>
            {shown.title || t('roll.mine.untitled')}
          </h1>
          <p className={door.soft}>
            {day(shown.startedAt)} · {points(shown)}
          </p>
          <ol className={styles.answers}>
            {shown.answers.map((answer, place) => (
              <li key={answer.questionId}>
                <h2 className={styles.question}>
                  {place + 1}. {answer.question}
                </h2>
                <p>
                  <b>{t('roll.mine.mine')}</b> {answer.mine ?? t('roll.mine.nothing')}
                </p>
                {answer.right !== null && (
                  <p>{t(answer.right ? 'roll.mine.right' : 'roll.mine.wrong')}</p>
                )}
                {answer.right !== true && answer.key !== null && (
                  <p>
                    <b>{t('roll.mine.key')}</b> {answer.key}
                  </p>
                )}
                {answer.explanation !== '' && <p className={door.soft}>{answer.explanation}</p>}
                {answer.maxPoints !== null && (
                  <p className={door.soft}>
                    {t('roll.mine.points', {
                      points: number(answer.points ?? 0),
                      max: number(answer.maxPoints),
                    })}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </PhoneFrame>
      </Fresh>
    );

  return (
    <Fresh key="list">
      <PhoneFrame
        link={link}
        tray={
          <>
            {lessons === 'failed' && (
              <PhoneButton
                onClick={() => {
                  setLessons(null);
                  setAsked(asked + 1);
                }}
              >
                {t('roll.mine.again')}
              </PhoneButton>
            )}
            <PhoneButton look="quiet" onClick={onBack}>
              {t('roll.back')}
            </PhoneButton>
          </>
        }
      >
        <h1 className={door.title} tabIndex={-1}>
          {t('roll.mine.title')}
        </h1>
        <p className={door.soft} role="status">
          {lessons === null
            ? t('roll.mine.loading')
            : lessons === 'failed'
              ? t('roll.mine.failed')
              : lessons.length === 0
                ? t('roll.mine.none')
                : t('roll.mine.words')}
        </p>
        {Array.isArray(lessons) && (
          <ul className={classes(door.list, styles.lessons)}>
            {lessons.map((one) => (
              <li key={one.lessonId}>
                <button
                  type="button"
                  className={styles.lesson}
                  onClick={() => setOpen(one.lessonId)}
                >
                  <b>{one.title || t('roll.mine.untitled')}</b>
                  <span className={door.soft}>
                    {day(one.startedAt)} · {points(one)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </PhoneFrame>
    </Fresh>
  );
}
