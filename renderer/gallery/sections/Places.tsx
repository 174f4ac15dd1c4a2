import {
  Button,
  Icon,
  icons,
  Mark,
  Meter,
  NextStep,
  Pill,
  Rail,
  Ring,
  Sheet,
  Table,
  Topbar,
  Tray,
} from '../../ui/index.ts';
import { Specimen, Stack } from '../Specimen.tsx';

const rows = [
  { title: 'Which part decides what enters a cell?', right: 0.81, answered: 26 },
  { title: 'A red blood cell in distilled water', right: 0.58, answered: 26 },
  { title: 'Ψ of a turgid leaf cell', right: 0.31, answered: 25 },
];

/** Bars, trays, sheets, rails, tables: what screens are put together from. */
export function Places() {
  return (
    <>
      <Specimen name="Topbar" use="the head of a screen that one goes into" stacked flush>
        {() => (
          <Topbar
            back={{ href: '#Topbar' }}
            title="Osmosis and water potential"
            actions={
              <>
                <Button icon={<Icon path={icons.pause} />} shortcut="P">
                  Pause
                </Button>
                <Button look="stop">End lesson</Button>
              </>
            }
          >
            <span className="soft">10A</span>
            <Pill tone="live">Live</Pill>
            <span className="small soft num">14 of 50 min</span>
          </Topbar>
        )}
      </Specimen>
      <Specimen name="Tray" use="the ledge: the next step, or the one thing to know" stacked flush>
        {(ground) => (
          <>
            <Tray label={`Lesson, ${ground}`} tall>
              <Ring remaining={32_000} total={60_000} />
              <span>
                <b>19</b> of 27 have answered
              </span>
              <NextStep
                act="Close and discuss"
                note="8 still to answer · results stay hidden"
                shortcut="Space"
                onPress={() => {}}
              />
            </Tray>
            <Tray label={`Lobby, ${ground}`} tall>
              <NextStep
                act="Ask question 1"
                note="Nobody has joined yet"
                disabled
                onPress={() => {}}
              />
            </Tray>
          </>
        )}
      </Specimen>
      <Specimen name="Sheet" use="things that belong together">
        {() => (
          <Stack>
            <Sheet>A sheet on the desk</Sheet>
            <Sheet lifted pad="roomy">
              The one that is due now
            </Sheet>
          </Stack>
        )}
      </Specimen>
      <Specimen name="Rail" use="the way around the program" flush>
        {(ground) => (
          <div style={{ display: 'flex', height: 320 }}>
            <Rail
              label={`Main, ${ground}`}
              items={[
                { href: '#Rail', label: 'Home', icon: icons.home, current: true },
                { href: '#Table', label: 'Library', icon: icons.book },
                { href: '#Sheet', label: 'Results', icon: icons.chart },
                { href: '#Tray', label: 'Settings', icon: icons.gear },
              ]}
              foot={
                <>
                  <b>Ready on Room-12</b>
                  <br />
                  <span className="soft">192.168.1.20</span>
                </>
              }
            />
          </div>
        )}
      </Specimen>
      <Specimen name="Table" use="figures in columns">
        {() => (
          <Table caption="Questions">
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Right</th>
                <th scope="col">Most chosen</th>
                <th scope="col" data-figure>
                  Answers
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.title}>
                  <th scope="row">{row.title}</th>
                  <td>
                    <div
                      className="num"
                      style={{ display: 'grid', gridTemplateColumns: '64px auto', gap: 8 }}
                    >
                      <span style={{ alignSelf: 'center' }}>
                        <Meter share={row.right} warn={row.right < 0.5} />
                      </span>
                      {Math.round(row.right * 100)} %
                    </div>
                  </td>
                  <td>
                    <Mark letter="b" size={22} />
                  </td>
                  <td data-figure>{row.answered}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Specimen>
    </>
  );
}
