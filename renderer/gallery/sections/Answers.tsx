import { letters, Mark, Meter, Ring, Seal } from '../../ui/index.ts';
import type { MarkSize } from '../../ui/index.ts';
import { Row, Specimen, Stack, State } from '../Specimen.tsx';

const sizes: MarkSize[] = [22, 28, 36, 40, 48, 72, 88, 112, 148];
const counts = [3, 11, 1, 4];

/** Marks, seals, the timer, bars. */
export function Answers() {
  return (
    <>
      <Specimen name="Mark" use="letter, shape and colour: never one of them alone" wall>
        {() => (
          <>
            <Row caption="the eight, 48 px">
              {letters.map((letter) => (
                <Mark key={letter} letter={letter} size={48} />
              ))}
            </Row>
            <Row caption="keyed">
              {letters.map((letter) => (
                <Mark key={letter} letter={letter} size={48} keyed />
              ))}
            </Row>
            <Row caption="sizes: report, console, phone, wall">
              {sizes.map((size) => (
                <Mark key={size} letter="b" size={size} />
              ))}
            </Row>
            <Row caption="outline, for paper">
              {letters.map((letter) => (
                <Mark key={letter} letter={letter} size={40} outline />
              ))}
            </Row>
          </>
        )}
      </Specimen>
      <Specimen name="Seal" use="two ticks, never confused: stored is square and on a ledge">
        {() => (
          <Row>
            {(['stored', 'held', 'right'] as const).map((state) => (
              <State key={state} name={state}>
                <Seal state={state} />
                <Seal state={state} small />
              </State>
            ))}
          </Row>
        )}
      </Specimen>
      <Specimen name="Ring" use="the timer; without a time limit there is none" wall>
        {(ground) => {
          const wall = ground.startsWith('wall');
          return (
            <Row>
              <State name="full">
                <Ring remaining={60_000} total={60_000} wall={wall} />
              </State>
              <State name="running">
                <Ring remaining={32_000} total={60_000} wall={wall} />
              </State>
              <State name="last 10 s">
                <Ring remaining={8_000} total={60_000} wall={wall} />
              </State>
              <State name="over">
                <Ring remaining={0} total={60_000} wall={wall} />
              </State>
              <State name="paused">
                <Ring remaining={32_000} total={60_000} paused wall={wall} />
              </State>
            </Row>
          );
        }}
      </Specimen>
      <Specimen name="Meter" use="a bar; its count is text beside it">
        {() => (
          <Stack>
            <Meter share={0.28} label="14 of 50 minutes" />
            <Meter share={0.42} warn label="42 % right, low" />
            <Meter share={0} label="nothing yet" />
            {counts.map((count, place) => {
              const letter = letters[place] ?? 'a';
              return (
                <div
                  key={letter}
                  style={{ display: 'grid', gridTemplateColumns: '22px 1fr 24px', gap: 12 }}
                >
                  <Mark letter={letter} size={22} />
                  <span style={{ alignSelf: 'center' }}>
                    <Meter share={count / 11} height={12} letter={letter} bare />
                  </span>
                  <b>{count}</b>
                </div>
              );
            })}
          </Stack>
        )}
      </Specimen>
    </>
  );
}
