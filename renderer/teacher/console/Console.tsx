import { useCallback, useEffect, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import type { TeacherFrame } from '../../../lan-server/contract/frames.ts';
import type { LessonId, QuestionId, SeatId } from '../../../lan-server/contract/ids.ts';
import { useText } from '../../i18n/text.tsx';
import type { useTeacherLesson } from '../../live/console.ts';
import { Announcer, useHotkeys } from '../../ui/index.ts';
import { useGo } from '../router/go.ts';
import { useApi } from '../api-context.tsx';
import { RoomWithList } from '../attendance/RoomWithList.tsx';
import { paths } from '../router/paths.ts';
import { consoleActions, hotkeysOf } from './actions.ts';
import { announcement } from './announcement.ts';
import styles from './Console.module.css';
import { ClassVoice } from './ClassVoice.tsx';
import { ComposeDialog } from './ComposeDialog.tsx';
import { ConsoleBar } from './ConsoleBar.tsx';
import { ConsoleTray } from './ConsoleTray.tsx';
import { useDeeds } from './deeds.ts';
import { EmptyRoom } from './EmptyRoom.tsx';
import { EndDialog } from './EndDialog.tsx';
import { EndSummary } from './EndSummary.tsx';
import { useKeepQuestion } from './keep-question.ts';
import { OrderDialog } from './OrderDialog.tsx';
import { PrivateColumn } from './PrivateColumn.tsx';
import { QaDialog } from './QaDialog.tsx';
import { Room } from './Room.tsx';
import type { Chosen } from './work/chosen.ts';
import { Matrix } from './work/Matrix.tsx';
import { WorkColumn } from './work/WorkColumn.tsx';
import { useSimulation } from './simulation.ts';
import { StandingsDialog } from './StandingsDialog.tsx';
import { Strip } from './Strip.tsx';
import { WallColumn } from './WallColumn.tsx';

type ConsoleProps = {
  lessonId: LessonId;
  lesson: ReturnType<typeof useTeacherLesson>;
  frame: TeacherFrame;
};

/**
 * A click must not leave the focus on its button, or the next Space would press that again instead of taking the next step.
 * Who comes by keyboard keeps the focus where they put it.
 */
function keepFocusFree(event: MouseEvent) {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest('dialog, [popover]')) return;
  if (event.target.closest('button, a, label')) event.preventDefault();
}

/** Who is here, who has answered, what the class sees, what only the teacher sees, and what comes next. */
export function Console({ lessonId, lesson, frame }: ConsoleProps) {
  const { t } = useText();
  const go = useGo();
  const { view, door } = frame;
  const { questions, roster, qa } = lesson;
  const online = lesson.link.is === 'online';
  const deeds = useDeeds(lesson.send);
  const { perform, dismiss } = deeds;
  // What could not be done while the program was away, or its disk refused, can be done now.
  const able = online && lesson.trouble === null;
  useEffect(() => {
    if (able) dismiss();
  }, [able, dismiss]);
  const [dialog, setDialog] = useState<'end' | 'order' | 'qa' | 'compose' | 'standings' | null>(
    null,
  );
  const [justRemoved, setJustRemoved] = useState<SeatId | null>(null);
  const [warnedAt, setWarnedAt] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen>(null);
  const lookAt = useCallback((questionId: QuestionId) => setChosen({ questionId }), []);
  const lookAtSeat = useCallback((seatId: SeatId) => setChosen({ seatId }), []);
  const { work } = view;
  const working = work !== undefined && work.standing !== 'ready';
  const first = questions[0];
  const looked = chosen ?? (first ? { questionId: first.id } : null);
  const round = working
    ? work.standing
    : view.current && `${view.current.questionId} ${view.current.round}`;
  const warned = warnedAt !== null && warnedAt === round;
  const safe = view.holding === 0;
  // What was held has arrived: there is nothing to wait for.
  useEffect(() => {
    if (safe) dismiss();
  }, [safe, dismiss]);
  const ended = view.status === 'ended';
  const simulation = useSimulation(lessonId, !ended);
  const keep = useKeepQuestion(view.lesson.title || t('console.untitled'));
  const api = useApi();

  const showResults = () => go(paths.results(lessonId));
  const actions = consoleActions({
    lessonId,
    view,
    door,
    questions,
    online,
    deeds,
    t,
    askToEnd: () => setDialog('end'),
    showOrder: () => setDialog('order'),
    asked: qa && {
      waiting: qa.posts.filter(({ standing }) => standing === 'waits').length,
      all: qa.posts.length,
    },
    showQa: () => setDialog('qa'),
    showComposer: () => setDialog('compose'),
    showResults,
    showStandings: () => setDialog('standings'),
    warned,
    warn: () => setWarnedAt(round),
    lookAt,
  });
  useHotkeys(
    hotkeysOf(
      actions,
      questions.map(({ id }) => id),
    ),
  );

  const title = view.lesson.title || t('console.untitled');
  useEffect(() => {
    document.title = `${title} · Chalkbox`;
  }, [title]);

  const removeSeat = useCallback(
    (seatId: SeatId, mayReturn: boolean) => {
      void perform({ type: 'removeSeat', seatId, mayReturn }).then(
        (done) => done && setJustRemoved(seatId),
      );
    },
    [perform],
  );
  const restoreSeat = useCallback(
    (seatId: SeatId) => void perform({ type: 'restoreSeat', seatId }),
    [perform],
  );
  const moveSeat = useCallback(
    (seatId: SeatId, team: number) => void perform({ type: 'moveSeat', seatId, team }),
    [perform],
  );
  const { enrolled } = lesson;
  const isGuest = useCallback(
    (seatId: SeatId) => !enrolled.some((one) => one.seatId === seatId),
    [enrolled],
  );
  const addToClass = useCallback(
    async (seatId: SeatId) => {
      const done = await api.addGuest(lessonId, seatId);
      return done.ok ? null : done.error;
    },
    [api, lessonId],
  );
  // The undo stands in the room until the lesson moves on.
  const at = view.current?.questionId;
  const wasAt = useRef(at);
  useEffect(() => {
    if (wasAt.current !== at) {
      setJustRemoved(null);
      // Who goes to a question wants to see that one.
      setChosen(null);
    }
    wasAt.current = at;
  }, [at]);

  const { reason: locked } = actions.add;
  const failure = { said: deeds.said, dismiss };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only keeps the focus where it is
    <div className={styles.console} onMouseDown={keepFocusFree}>
      <ConsoleBar
        lessonId={lessonId}
        frame={frame}
        actions={actions}
        online={online}
        say={deeds.say}
        onEnd={() => setDialog('end')}
      />
      <main className={styles.columns}>
        <WallColumn lessonId={lessonId} view={view} questions={questions} actions={actions} />
        <RoomWithList
          {...{ lessonId, locked, perform, failure }}
          roster={view.roster}
          enrolled={lesson.enrolled}
          taken={roster}
        >
          {view.grid === '' && !ended ? (
            <EmptyRoom
              door={door}
              simulation={simulation}
              locked={locked}
              listed={view.roster !== undefined}
            />
          ) : working ? (
            <Matrix
              {...{ view, work, roster, questions, justRemoved, simulation }}
              rows={lesson.rows}
              chosen={looked}
              onQuestion={(questionId) => {
                lookAt(questionId);
                actions.jump(questionId);
              }}
              onSeat={lookAtSeat}
              onRestore={restoreSeat}
            />
          ) : (
            <Room
              view={view}
              roster={roster}
              justRemoved={justRemoved}
              locked={locked}
              onRemove={removeSeat}
              onRestore={restoreSeat}
              onLock={(locked) => void perform({ type: 'lockDoor', locked })}
              onMove={moveSeat}
              simulation={simulation}
              isGuest={view.roster && isGuest}
              onAddToClass={addToClass}
              failure={failure}
            />
          )}
        </RoomWithList>
        {ended ? (
          <EndSummary lessonId={lessonId} />
        ) : working && (view.current === null || chosen?.seatId !== undefined) ? (
          <WorkColumn
            {...{ view, work, roster, questions, locked, failure }}
            voice={<ClassVoice frame={frame} qa={qa} action={actions.qa} />}
            rows={lesson.rows}
            pictures={lesson.pictures}
            chosen={looked}
            onSetKey={(questionId, key) => void perform({ type: 'setKey', questionId, key })}
            onRemove={removeSeat}
            onMove={moveSeat}
          />
        ) : (
          <PrivateColumn
            voice={<ClassVoice frame={frame} qa={qa} action={actions.qa} />}
            lessonId={lessonId}
            view={view}
            questions={questions}
            actions={actions}
            locked={locked}
            onSetKey={(questionId, key) => void perform({ type: 'setKey', questionId, key })}
            onTalkWithoutTimer={(questionId) =>
              void perform({ type: 'discuss', questionId, seconds: null })
            }
            nameOf={(seatId) => roster.find((seat) => seat.seatId === seatId)?.name ?? null}
            perform={perform}
          />
        )}
      </main>
      <ConsoleTray view={view} actions={actions} online={online} warned={warned} />
      <Strip
        trouble={lesson.trouble}
        offline={!online}
        onRetry={lesson.retryNow}
        said={dialog === null ? deeds.said : null}
        onDismiss={deeds.dismiss}
      />
      <Announcer>{announcement(view, t)}</Announcer>
      {dialog === 'order' && (
        <OrderDialog
          view={view}
          questions={questions}
          locked={locked}
          said={deeds.said}
          onOrder={(order) => perform({ type: 'reorderQuestions', order })}
          onShow={(questionId) => {
            setDialog(null);
            actions.jump(questionId);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'qa' && qa && (
        <QaDialog
          qa={qa}
          locked={locked}
          said={deeds.said}
          onDo={(command) => void perform(command)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'compose' && !ended && (
        <ComposeDialog
          later={view.current?.phase === 'open'}
          locked={locked}
          said={deeds.said}
          onAsk={async (question, keeping) => {
            const added = await perform({ type: 'addQuestion', question });
            // What the class is answering is never closed by this; the new one comes next.
            if (added && view.current?.phase !== 'open')
              await perform({ type: 'openQuestion', questionId: question.id });
            // The class comes first: it is kept while it is asked.
            if (added && keeping !== 'no')
              void keep(question, keeping).then(
                (kept) => kept || deeds.say(t('console.compose.notKept')),
              );
            return added;
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'standings' && (
        <StandingsDialog lessonId={lessonId} view={view} onClose={() => setDialog(null)} />
      )}
      {dialog === 'end' && !ended && (
        <EndDialog
          view={view}
          questions={questions}
          said={deeds.said}
          onCancel={() => setDialog(null)}
          onEnd={async () => {
            const done = await perform({ type: 'endLesson' });
            if (done) showResults();
            return done;
          }}
        />
      )}
    </div>
  );
}
