import { useState } from 'react';
import { kindNames, kindNamed, kindOf } from '../../../lan-server/questions/index.ts';
import type { KindName, Question } from '../../../lan-server/questions/index.ts';
import type { ProjectorFrame } from '../../../lan-server/contract/frames.ts';
import { useText } from '../../i18n/text.tsx';
import { editorNamed } from '../../questions/editors.ts';
import { inputOf } from '../../questions/inputs.ts';
import { Wall } from '../../stage/Wall.tsx';
import { classFrame } from '../wall-frames.ts';
import styles from './Kinds.module.css';

/** Students of the made-up class behind each picture. */
const students = 27;
const wallWidth = 480;

/** Every kind of question as a teacher writes it, a phone asks it, and the wall shows it before and after the reveal. */
export function Kinds() {
  return (
    <main className={styles.kinds}>
      <h1 className={styles.title}>Kinds of question</h1>
      <p className="soft">
        Drawn from the fixtures. <a href="/gallery">All components</a>
      </p>
      {kindNames.map((name) => (
        <Kind key={name} name={name} />
      ))}
    </main>
  );
}

function Kind({ name }: { name: KindName }) {
  const { t } = useText();
  const kind = kindNamed(name);
  const [question, setQuestion] = useState(() => presentable(kind.fixtures[0]?.question));
  if (!question) return null;
  const { Editor } = editorNamed(name);
  const frames = wallOf(question);
  return (
    <section id={`kind-${name}`} className={styles.kind} aria-labelledby={`title-${name}`}>
      <h2 id={`title-${name}`} className={styles.title}>
        {t(`kinds.${name}.name`)}
      </h2>
      <div className={styles.four}>
        <figure className={styles.editor}>
          <Editor question={question} onChange={setQuestion} />
          <figcaption>Editor</figcaption>
        </figure>
        <figure>
          <div className={styles.phone}>
            <Phone key={JSON.stringify(kindOf(question).redact(question))} question={question} />
          </div>
          <figcaption>Phone</figcaption>
        </figure>
        <div className={styles.walls}>
          <figure>
            <Wall frame={frames.open} width={wallWidth} mini timeless />
            <figcaption>Wall, open</figcaption>
          </figure>
          <figure>
            <Wall frame={frames.revealed} width={wallWidth} mini timeless />
            <figcaption>Wall, revealed</figcaption>
          </figure>
        </div>
      </div>
    </section>
  );
}

/** A fixture marks what must stay secret with a word that nobody wants to read. */
function presentable(question: Question | undefined): Question | undefined {
  if (!question) return undefined;
  const plain = JSON.stringify(question).replaceAll(/SECRET-(?:explanation: |note: )?/g, '');
  return JSON.parse(plain) as Question;
}

/** The screen of an open question; on a real phone it listens to the keys of the whole page. */
function Phone({ question }: { question: Question }) {
  const { t } = useText();
  const asked = kindOf(question).redact(question);
  const ui = inputOf(question);
  const [draft, setDraft] = useState(() => ui.start(asked, null, 'gallery-seat'));
  const { Input } = ui;
  return (
    <>
      <p className={styles.question}>{question.text.trim() || t('student.question.aloud')}</p>
      <Input question={asked} draft={draft} onDraft={setDraft} />
    </>
  );
}

/** The wall while answers come in, and after the reveal, with the answers that a simulated class gives. */
function wallOf(question: Question): { open: ProjectorFrame; revealed: ProjectorFrame } {
  const kind = kindOf(question);
  const asked = kind.redact(question);
  const tally = kind.emptyTally(question);
  // The same class at each drawing.
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let student = 0; kind.takesAnswers !== false && student < students; student += 1)
    kind.count(tally, kind.imagine(asked, random), 1);
  const picture = kind.picture(question, tally);
  const key = kind.key(question);
  const { explanation } = question;
  return {
    open: classFrame({ at: 'open', question: asked, picture: kind.liveOnWall ? picture : null }),
    revealed: classFrame({ at: 'revealed', question: asked, picture, key, explanation }),
  };
}
