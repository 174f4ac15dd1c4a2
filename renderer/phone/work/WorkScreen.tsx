import { useEffect, useRef } from 'react';
import type { PhoneLink } from '../link.ts';
import type { PhoneHead } from '../PhoneFrame.tsx';
import type { WorkActs } from './acts.ts';
import type { WorkKnown, WorkStage } from './items.ts';
import { isShown, workItems } from './items.ts';
import { Overview } from './Overview.tsx';
import { useWorkPlace } from './place.ts';
import styles from './Work.module.css';
import { WorkQuestion } from './WorkQuestion.tsx';

type WorkScreenProps = {
  head: PhoneHead;
  link: PhoneLink;
  lessonId: string;
  stage: WorkStage;
  /** When the stage was told, on the clock of performance.now(). */
  at: number;
  ended: boolean;
  known: WorkKnown;
  acts: WorkActs;
};

/** All questions at one's own speed: the overview, or one of them. */
export function WorkScreen(props: WorkScreenProps) {
  const { head, link, lessonId, stage, at, ended, known, acts } = props;
  const { seat, handing } = known;
  const items = workItems(stage, known);
  const [place, setPlace] = useWorkPlace(`${lessonId} ${seat.seatId} ${stage.standing}`);
  const isIn = (seat.work?.handedIn ?? false) && handing !== 'takeBack';
  const open = stage.standing === 'open' && !isIn && handing !== 'handIn';
  const item = place === 'overview' ? undefined : items[place];
  // What is closed can be looked at once there is something to see.
  const shown = item && (open || isShown(item)) ? item : null;
  const here = shown ? shown.number : 0;

  // Whoever cannot see that the screen is another is taken to its headline.
  const box = useRef<HTMLDivElement>(null);
  const was = useRef(here);
  useEffect(() => {
    if (was.current === here) return;
    was.current = here;
    window.scrollTo(0, 0);
    box.current?.querySelector('h1')?.focus();
  }, [here]);

  return (
    <div ref={box} className={styles.work}>
      {shown ? (
        <WorkQuestion
          key={`${shown.question.id} ${shown.round}`}
          {...{ head, link, stage, at, items, known, open }}
          item={shown}
          onAnswer={(answer) => acts.answerTo(shown, answer)}
          onTryNow={acts.tryNow}
          onGo={(number) => setPlace(number === 0 ? 'overview' : number - 1)}
        />
      ) : (
        <Overview
          {...{ head, link, stage, at, items, known, ended, acts }}
          onGo={(number) => setPlace(number - 1)}
        />
      )}
    </div>
  );
}
