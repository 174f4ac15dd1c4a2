import { useState } from 'react';
import {
  Button,
  ButtonLink,
  Icon,
  icons,
  JumpTiles,
  Segmented,
  Switch,
  Tabs,
} from '../../ui/index.ts';
import { Row, Specimen, Stack } from '../Specimen.tsx';

const looks = ['filled', 'bordered', 'quiet', 'stop'] as const;
const names = { filled: 'Start a lesson', bordered: 'Pause', quiet: 'Skip', stop: 'End lesson' };

function Switches() {
  const [on, setOn] = useState(true);
  const [off, setOff] = useState(false);
  return (
    <Stack>
      <Row>
        <Switch checked={on} onChange={setOn} label="Shuffle answers" />
        <Switch checked={off} onChange={setOff} label="Show results on the wall" />
        <Switch checked={on} onChange={setOn} label="Late joining" hideLabel showState />
      </Row>
      <Switch
        checked
        onChange={setOn}
        label="Answer may be changed"
        lockedReason="The question is open: it can be changed after it closes."
      />
    </Stack>
  );
}

function Choices() {
  const [value, setValue] = useState<'anonymous' | 'nickname' | 'roster'>('nickname');
  return (
    <Segmented
      label="Who students are"
      value={value}
      onChange={setValue}
      choices={[
        { value: 'anonymous', label: 'Anonymous' },
        { value: 'nickname', label: 'Nickname' },
        { value: 'roster', label: 'Name from the list' },
      ]}
    />
  );
}

function TabPair() {
  const [current, setCurrent] = useState<'questions' | 'students'>('questions');
  return (
    <Tabs
      label="Results"
      current={current}
      onChange={setCurrent}
      tabs={[
        { id: 'questions', label: 'Questions', panel: <p>What each question showed.</p> },
        { id: 'students', label: 'Students', panel: <p>What each student answered.</p> },
      ]}
    />
  );
}

function Jumps() {
  const [current, setCurrent] = useState(3);
  return (
    <JumpTiles
      label="Questions"
      onJump={(id) => setCurrent(Number(id))}
      tiles={Array.from({ length: 12 }, (_, place) => ({
        id: String(place),
        label: `Question ${place + 1}`,
        state: place === current ? 'current' : place < current ? 'done' : 'rest',
      }))}
    />
  );
}

/** Buttons, links that look like them, switches, choices, tabs, jump tiles. */
export function Actions() {
  return (
    <>
      <Specimen name="Button" use="one filled button a view; its key stands in it">
        {() => (
          <>
            <Row caption="the four looks, with icon and key">
              {looks.map((look) => (
                <Button key={look} look={look} icon={<Icon path={icons.play} />} shortcut="S">
                  {names[look]}
                </Button>
              ))}
            </Row>
            <Row caption="small">
              {looks.map((look) => (
                <Button key={look} look={look} small>
                  {names[look]}
                </Button>
              ))}
            </Row>
            <Row caption="icon alone, with a label">
              <Button look="quiet" label="Undo" icon={<Icon path={icons.undo} />} />
              <Button label="Close" icon={<Icon path={icons.close} />} />
              <Button small label="Back" icon={<Icon path={icons.arrowLeft} size="s" />} />
            </Row>
            <Row caption="busy">
              {looks.map((look) => (
                <Button key={look} look={look} busy>
                  {names[look]}
                </Button>
              ))}
            </Row>
            <Row caption="disabled, with the reason">
              <Button look="filled" shortcut="Space" disabledReason="No question has a key yet.">
                Start a lesson
              </Button>
            </Row>
          </>
        )}
      </Specimen>
      <Specimen name="ButtonLink" use="pressing goes somewhere and changes nothing">
        {() => (
          <Row>
            <ButtonLink href="#ButtonLink" icon={<Icon path={icons.chart} size="s" />} small>
              Results
            </ButtonLink>
            <ButtonLink href="#ButtonLink" look="filled" shortcut="Enter">
              Open the door
            </ButtonLink>
          </Row>
        )}
      </Specimen>
      <Specimen name="Switch" use="a setting that takes effect at once">
        {() => <Switches />}
      </Specimen>
      <Specimen name="Segmented" use="one of two to five, all in sight">
        {() => <Choices />}
      </Specimen>
      <Specimen name="Tabs" use="several sheets in one place">
        {() => <TabPair />}
      </Specimen>
      <Specimen name="JumpTiles" use="the lesson's questions, keys 1 to 9">
        {() => <Jumps />}
      </Specimen>
    </>
  );
}
