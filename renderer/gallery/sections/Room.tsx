import { useState } from 'react';
import { LegendKey, Seat, SeatGrid, SeatLegend } from '../../ui/index.ts';
import type { SeatState } from '../../ui/index.ts';
import { Specimen, Stack } from '../Specimen.tsx';

const students: { name: string; state: SeatState; detail?: string; card?: number }[] = [
  { name: 'Amara', state: 'answered' },
  { name: 'Ben', state: 'answered', card: 2 },
  { name: 'Chiara', state: 'waiting' },
  { name: 'Xóchitl', state: 'waiting', card: 24 },
  { name: 'Hana', state: 'held', detail: '1 unsent' },
  { name: 'Kaveh', state: 'offline', detail: '4 min' },
  { name: 'Maximiliano', state: 'answered' },
];

function Seats({ dense }: { dense?: boolean }) {
  const [open, setOpen] = useState('');
  const [back, setBack] = useState(false);
  return (
    <Stack>
      <SeatGrid label="Seats" dense={dense ?? false}>
        {students.map((student) => (
          <Seat
            key={student.name}
            {...student}
            {...(dense ? {} : { onPress: () => setOpen(student.name) })}
          />
        ))}
        {!dense && (
          <>
            <Seat name="Zoë" state="asks" onAdmit={() => {}} onRefuse={() => {}} />
            <Seat name="Viktor" state={back ? 'waiting' : 'removed'} onUndo={() => setBack(true)} />
          </>
        )}
      </SeatGrid>
      {open && <p className="soft">{open} was pressed.</p>}
    </Stack>
  );
}

/** The seats and what their tiles mean. */
export function Room() {
  return (
    <>
      <Specimen name="SeatLegend" use="what the tiles mean, and how many there are">
        {() => (
          <SeatLegend>
            <LegendKey state="answered" count={19} />
            <LegendKey state="waiting" count={4} />
            <LegendKey state="held" count={2} />
            <LegendKey state="offline" count={2} />
            <LegendKey state="asks" count={1} />
            <LegendKey state="card" count={6} />
          </SeatLegend>
        )}
      </Specimen>
      <Specimen name="SeatGrid" use="the shape of a tile tells its state before the colour does">
        {() => (
          <Stack>
            <Seats />
            <Seats dense />
          </Stack>
        )}
      </Specimen>
    </>
  );
}
