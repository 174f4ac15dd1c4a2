import type { ReactNode } from 'react';
import type { Results } from '../../../lan-server/contract/api.ts';
import { kindOf, takesAnswers } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Player } from '../../sounds/Player.tsx';
import { Picture as QuestionPicture } from '../../images/Picture.tsx';
import { answerArea } from '../../questions/lives.ts';
import { Button, Dialog, Icon, icons } from '../../ui/index.ts';
import { AnswerRows } from '../answers/AnswerRows.tsx';
import { QuestionWords } from '../answers/QuestionWords.tsx';
import styles from './ItemDialog.module.css';
import { MarkedAnswers } from './MarkedAnswers.tsx';
import { Picture } from './Pictures.tsx';
import { ConfidenceTable } from '../answers/ConfidenceTable.tsx';
import { Votes } from './Votes.tsx';

type ItemDialogProps = {
  results: Results;
  /** Students of the lesson, removed ones left out. */
  students: number;
  place: number;
  onShow: (place: number) => void;
  onClose: () => void;
};

/** One question whole: every answer with its count, key, explanation, note; and the way to its neighbours. */
export function ItemDialog({ results, students, place, onShow, onClose }: ItemDialogProps) {
  const { t } = useText();
  const { questions, lesson } = results;
  const item = questions[place];
  if (!item) return null;
  const { question, answered, rounds } = item;
  // Rows of typed answers are the picture already.
  const drawn = !item.rows.some((row) => row.letter !== null || row.typed !== undefined);
  const asks = takesAnswers(question);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('results.detail.title', { number: place + 1 })}
      actions={
        <>
          <Button
            icon={<Icon path={icons.arrowLeft} size="s" />}
            aria-disabled={place === 0 || undefined}
            onClick={() => place > 0 && onShow(place - 1)}
          >
            {t('results.detail.previous')}
          </Button>
          <Button
            icon={<Icon path={icons.arrowRight} size="s" />}
            aria-disabled={place === questions.length - 1 || undefined}
            onClick={() => place < questions.length - 1 && onShow(place + 1)}
          >
            {t('results.detail.next')}
          </Button>
        </>
      }
    >
      <div className={styles.text}>
        <QuestionWords question={question} part="text" />
      </div>
      {question.image && !answerArea(kindOf(question).redact(question)).drawsImage && (
        <p>
          <QuestionPicture image={question.image} small className={styles.picture} />
        </p>
      )}
      {question.sound && <Player sound={question.sound} />}
      <p className="small soft">
        {asks ? t('results.detail.answered', { answered, students }) : t('results.detail.slide')}
        {rounds > 1 && ` · ${t('results.detail.round', { count: rounds })}`}
      </p>
      {!asks ? null : answered === 0 ? (
        <p className={styles.nobody}>{t('results.detail.nobody')}</p>
      ) : (
        <div className={styles.answers}>
          {drawn && <Picture key={question.id} item={item} />}
          <AnswerRows lessonId={lesson.id} item={item} />
        </div>
      )}
      {question.kind === 'opentext' && (
        <MarkedAnswers
          marked={(results.marked ?? []).filter(({ questionId }) => questionId === question.id)}
          textOf={(seatId) => textOf(results, seatId, place)}
        />
      )}
      {item.confidence && (
        <section className={styles.sure} aria-label={t('console.sure.heading')}>
          <p className="label">{t('console.sure.heading')}</p>
          <ConfidenceTable counts={item.confidence} keyed={item.right !== null} />
        </section>
      )}
      <Votes item={item} />
      {asks && question.explanation && (
        <Words label={t('results.detail.explanation')}>
          <QuestionWords question={question} part="explanation" />
        </Words>
      )}
      {question.note && <Words label={t('results.detail.note')}>{question.note}</Words>}
    </Dialog>
  );
}

function textOf({ students }: Results, seatId: string, place: number): string | null {
  return students.find((student) => student.seatId === seatId)?.answers[place]?.text ?? null;
}

function Words({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.words}>
      <p className="label">{label}</p>
      <div>{children}</div>
    </div>
  );
}
