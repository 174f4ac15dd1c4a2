import { useState } from 'react';
import { kindOf } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { AskedWords } from '../../phone/AskedWords.tsx';
import { OptionSayings, sayingsOf } from '../../rich/sayings.tsx';
import { PhoneFrame } from '../../phone/PhoneFrame.tsx';
import { PhonePicture } from '../../phone/PhonePicture.tsx';
import { Player } from '../../sounds/Player.tsx';
import { inputOf } from '../../questions/inputs.ts';
import { Wall } from '../../stage/Wall.tsx';
import { clockText, Meter } from '../../ui/index.ts';
import { useNetwork } from '../queries.ts';
import styles from './Preview.module.css';
import { previewFrame } from './preview-frame.ts';
import type { Place } from './preview-frame.ts';

type PreviewProps = Place & { question: Question; title: string };

const wallWidth = 296;

/** The question as the class will see it, while it is being written: on the wall and on a phone. */
export function Preview({ question, title, number, of }: PreviewProps) {
  const { t } = useText();
  const door = useNetwork().data?.door ?? null;
  return (
    <>
      <h2 className={styles.head}>{t('teacher.editor.wall')}</h2>
      <div className={styles.wall}>
        <Wall
          frame={previewFrame(question, title, { number, of }, door)}
          width={wallWidth}
          mini
          timeless
        />
      </div>
      <h2 className={styles.head}>{t('teacher.editor.phone')}</h2>
      <div className={styles.phone} inert aria-hidden="true">
        <div className={styles.scaled}>
          <PhonePreview
            // The fields of the phone begin anew with each kind and number of options.
            key={`${question.id}.${question.kind}`}
            question={question}
            title={title}
            number={number}
            of={of}
          />
        </div>
      </div>
    </>
  );
}

/** The screen of an open question, put together here: on a real phone it listens to the whole page's keys. */
function PhonePreview({ question, title, number, of }: PreviewProps) {
  const { t } = useText();
  const asked = kindOf(question).redact(question);
  const sayings = sayingsOf(asked);
  const ui = inputOf(question);
  const [draft] = useState(() => ui.start(asked, null, ''));
  const { Input } = ui;
  return (
    <PhoneFrame
      head={{ title, name: null }}
      link="online"
      layout="apart"
      tray={
        <p className={styles.tray}>
          {question.seconds !== null && (
            <>
              <b>{clockText(question.seconds * 1000)}</b>
              <Meter share={1} />
            </>
          )}
          <span>{t('student.question.place', { number, of })}</span>
        </p>
      }
    >
      <AskedWords shown={sayings} swap={() => undefined}>
        {asked.image && !ui.drawsImage && <PhonePicture image={asked.image} />}
        {asked.sound && <Player sound={asked.sound} />}
      </AskedWords>
      <OptionSayings value={sayings}>
        <Input question={asked} draft={draft} onDraft={() => undefined} />
      </OptionSayings>
    </PhoneFrame>
  );
}
