import { useState } from 'react';
import { NumberField, SearchBox, Select, TextArea, TextField } from '../../ui/index.ts';
import { Row, Specimen, Stack } from '../Specimen.tsx';

const stem = 'A red blood cell is put into distilled water. What happens next, and why?';

function Texts() {
  const [title, setTitle] = useState('Osmosis and water potential');
  const [empty, setEmpty] = useState('');
  return (
    <Stack>
      <TextField label="Title" value={title} onChange={setTitle} />
      <TextField
        label="Your name"
        value={empty}
        onChange={setEmpty}
        placeholder="Ms Okafor"
        hint="Students see it when they join."
      />
      <TextField
        label="Password"
        type="password"
        value="short"
        onChange={() => {}}
        error="At least ten characters, so that it cannot be guessed."
      />
      <TextField label="Class" value="10A" onChange={() => {}} disabled small />
    </Stack>
  );
}

function Areas() {
  const [text, setText] = useState(stem);
  const [option, setOption] = useState('Water enters; the cell swells and bursts.');
  return (
    <Stack>
      <TextArea label="Question" value={text} onChange={setText} large />
      <TextArea label="Answer B" hideLabel value={option} onChange={setOption} />
    </Stack>
  );
}

function Numbers() {
  const [points, setPoints] = useState<number | null>(1);
  const [seconds, setSeconds] = useState<number | null>(null);
  return (
    <Row>
      <NumberField label="Points" value={points} onChange={setPoints} min={0} max={100} />
      <NumberField
        label="Time, seconds"
        value={seconds}
        onChange={setSeconds}
        min={5}
        max={600}
        optional
        hint="Empty: no limit"
      />
    </Row>
  );
}

function Selects() {
  const [kind, setKind] = useState<'choice' | 'multiple' | 'cloud'>('choice');
  const options = [
    { value: 'choice', label: 'Single choice' },
    { value: 'multiple', label: 'Multiple choice' },
    { value: 'cloud', label: 'Word cloud' },
  ] as const;
  return (
    <Row>
      <Select label="Kind" options={options} value={kind} onChange={setKind} />
      <Select label="Kind, small" options={options} value={kind} onChange={setKind} small />
      <Select label="Kind, locked" options={options} value={kind} onChange={setKind} disabled />
    </Row>
  );
}

function Search({ shortcut }: { shortcut: boolean }) {
  const [words, setWords] = useState('');
  return (
    <SearchBox
      label="Find a quiz or question"
      value={words}
      onChange={setWords}
      {...(shortcut ? { shortcut: '/' } : {})}
    />
  );
}

/** Everything that one types or chooses in. */
export function Fields() {
  return (
    <>
      <Specimen name="TextField" use="one line; hint or error below">
        {() => <Texts />}
      </Specimen>
      <Specimen name="TextArea" use="grows with its text">
        {() => <Areas />}
      </Specimen>
      <Specimen name="NumberField" use="a number within bounds">
        {() => <Numbers />}
      </Specimen>
      <Specimen name="Select" use="one of many, in the browser's own list">
        {() => <Selects />}
      </Specimen>
      <Specimen name="SearchBox" use="finds as you type; / leads to it, Esc empties it">
        {(ground) => <Search shortcut={ground === 'paper, light'} />}
      </Specimen>
    </>
  );
}
