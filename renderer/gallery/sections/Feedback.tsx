import { useState } from 'react';
import {
  Button,
  EmptyState,
  ErrorNotice,
  Icon,
  icons,
  LoadingFrame,
  Notice,
  Progress,
  UndoBar,
} from '../../ui/index.ts';
import { Specimen, Stack } from '../Specimen.tsx';

function Undoing() {
  const [gone, setGone] = useState(true);
  return (
    <Stack>
      {!gone && <Button onClick={() => setGone(true)}>Remove question 4</Button>}
      <UndoBar onUndo={() => setGone(false)} onDismiss={() => setGone(false)}>
        {gone && 'Question 4 is removed.'}
      </UndoBar>
    </Stack>
  );
}

/** Notices, undo, empty, error, loading, progress. */
export function Feedback() {
  return (
    <>
      <Specimen name="Notice" use="a sentence in place, with at most one thing to do">
        {() => (
          <Stack>
            <Notice icon={<Icon path={icons.wifi} />}>31 devices fit comfortably.</Notice>
            <Notice tone="go" title="58 % right: let them talk">
              Two minutes with a neighbour teach more than the answer would. Then vote again.
            </Notice>
            <Notice
              tone="warn"
              icon={<Icon path={icons.held} />}
              action={<Button small>Wait</Button>}
            >
              2 phones hold an answer that is not here yet.
            </Notice>
            <Notice tone="bad" icon={<Icon path={icons.wifiOff} />}>
              The laptop has no network.
            </Notice>
          </Stack>
        )}
      </Specimen>
      <Specimen name="UndoBar" use="what was just done, where it was done, and its way back">
        {() => <Undoing />}
      </Specimen>
      <Specimen name="EmptyState" use="what will stand here, and the one step that fills it">
        {() => (
          <EmptyState
            title="Your quizzes will stand here"
            step={<Button look="filled">Make a quiz</Button>}
          >
            A quiz is a list of questions that can be asked in any lesson, as often as you like.
          </EmptyState>
        )}
      </Specimen>
      <Specimen name="ErrorNotice" use="what happened, what is safe, one button">
        {() => (
          <ErrorNotice
            happened="The quiz could not be saved."
            safe="What you typed is kept on this page."
            action={<Button>Save again</Button>}
          />
        )}
      </Specimen>
      <Specimen name="LoadingFrame" use="nothing under 300 ms, then tracks without shimmer">
        {() => (
          <Stack>
            <LoadingFrame shape="title" />
            <LoadingFrame shape="tiles" count={2} />
          </Stack>
        )}
      </Specimen>
      <Specimen name="Progress" use="work of more than two seconds">
        {() => (
          <Stack>
            <Progress label="Reading biology.xlsx" done={340} total={1200} onCancel={() => {}} />
            <Progress
              label="Reading biology.xlsx"
              done={340}
              total={1200}
              onCancel={() => {}}
              cancelling
            />
          </Stack>
        )}
      </Specimen>
    </>
  );
}
