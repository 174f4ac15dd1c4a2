import { useMemo, useRef } from 'react';
import { isSlide } from '../../lan-server/contract/slide.ts';
import { answerArea, roomOf } from '../questions/lives.ts';
import { Compared } from '../compare/Compared.tsx';
import { FormattedHeadline, FormattedText } from '../rich/FormattedText.tsx';
import { OptionSayings, sayingsOf } from '../rich/sayings.tsx';
import { useText } from '../i18n/text.tsx';
import { Picture } from '../images/Picture.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { speaker } from '../ui/icons.ts';
import { askedSteps, readySteps, resultSteps, slideSteps } from './fit.ts';
import { Corner } from './Corner.tsx';
import { Talk } from './Talk.tsx';
import styles from './QuestionScreen.module.css';
import type { QuestionStage } from './screen.ts';
import { useFit } from './use-fit.ts';

type QuestionScreenProps = {
  stage: QuestionStage;
  paused: boolean;
  /** No time passes: in a preview. */
  timeless: boolean;
};

/** A question on the wall: its text, its options or results, and after the reveal why. */
export function QuestionScreen({ stage, paused, timeless }: QuestionScreenProps) {
  const { t, rich, number } = useText();
  const area = useRef<HTMLDivElement>(null);
  const { question } = stage;
  const { second } = question;
  const sayings = useMemo(() => sayingsOf(question), [question]);
  const slide = isSlide(stage);
  /** The text has the board to itself. */
  const alone = slide || stage.at === 'ready';
  const picture = slide || stage.at === 'ready' ? null : stage.picture;
  const explanation = stage.at === 'revealed' ? stage.explanation.trim() : '';
  const steps = slide ? slideSteps : alone ? readySteps : picture ? resultSteps : askedSteps;
  const more = stage.at === 'revealed' ? stage.moreExplanation : undefined;
  const { Asked, Live, drawsImage } = answerArea(question);
  const compared = stage.at === 'revealed' ? stage.compared : undefined;
  const talks = stage.at === 'closed' && stage.talk !== undefined;
  // Two votes and the flow between them take the whole board.
  const image = drawsImage || compared ? undefined : question.image;

  // All that is measured, without the counts: they change ten times a second and take no more room.
  useFit(
    area,
    steps,
    JSON.stringify([
      stage.at,
      question,
      explanation,
      more,
      picture && roomOf(question, picture),
      paused,
      talks,
      compared?.talked,
    ]),
  );

  const answers =
    picture && compared && stage.at === 'revealed' ? (
      <Compared
        key={`${question.id}.${stage.round}`}
        question={question}
        picture={picture}
        revealedKey={stage.key}
        compared={compared}
      />
    ) : picture ? (
      <Live
        key={`${question.id}.${stage.round}`}
        question={question}
        picture={picture}
        revealedKey={stage.at === 'revealed' ? stage.key : null}
        surface="wall"
      />
    ) : (
      <Asked question={question} />
    );
  const place = rich(
    slide ? 'projector.question.slide' : 'projector.question.place',
    { of: stage.of },
    { number: <b>{number(stage.number)}</b> },
  );
  return (
    <div ref={area} className={styles.area} data-at={slide ? 'slide' : stage.at}>
      <div className={styles.head}>
        <div className={styles.asked}>
          <p className={styles.place}>
            {place}
            {question.sound && (
              <span className={styles.listen}>
                <Icon path={speaker} size="xl" /> {t('projector.question.listen')}
              </span>
            )}
            {stage.round > 1 && ` · ${t('projector.question.round', { round: stage.round })}`}
            {slide && (
              <span className={styles.allOnPhone}>{t('projector.question.textOnPhone')}</span>
            )}
            {!alone && (
              <>
                <span className={styles.wordsOnPhone}>{t('projector.question.wordsOnPhone')}</span>
                <span className={styles.allOnPhone}>{t('projector.question.allOnPhone')}</span>
              </>
            )}
            {explanation && (
              <span className={styles.explanationOnPhone}>
                {t('projector.question.explanationOnPhone')}
              </span>
            )}
          </p>
          {!(slide && question.text.trim() === '') && (
            <div className={styles.stem} data-wide>
              <FormattedHeadline
                markup={question.rich?.text}
                plain={question.text.trim() || t('projector.question.aloud')}
                language={question.language}
              />
              {second && second.text.trim() !== '' && (
                <FormattedText
                  className={styles.second}
                  markup={second.rich?.text}
                  plain={second.text}
                  language={second.language}
                />
              )}
            </div>
          )}
        </div>
        <Corner stage={stage} paused={paused} timeless={timeless} />
      </div>
      {talks && <Talk />}
      {image && alone && (
        <div className={styles.shown}>
          <Picture image={image} className={styles.picture} />
        </div>
      )}
      {!alone && (
        <div className={classes(styles.body, image && styles.beside)} data-fits>
          {image && (
            <div className={styles.shown}>
              <Picture image={image} className={styles.picture} />
            </div>
          )}
          <OptionSayings value={sayings}>
            {image ? <div className={styles.answers}>{answers}</div> : answers}
          </OptionSayings>
        </div>
      )}
      {explanation && (
        <div className={styles.explanation} data-wide>
          <FormattedText markup={more?.rich} plain={explanation} language={question.language} />
          {more?.second && (
            <FormattedText
              className={styles.second}
              markup={more.second.rich}
              plain={more.second.text}
              language={more.second.language}
            />
          )}
        </div>
      )}
    </div>
  );
}
