import { answerArea } from '../../questions/lives.ts';
import { Wall } from '../../stage/Wall.tsx';
import { Specimen, Stack, State } from '../Specimen.tsx';
import { oneOfEach, wallFrames } from '../wall-frames.ts';

const shownFrames = Object.entries(wallFrames).filter(([name]) => oneOfEach.includes(name));

/** Width of a preview in px, as in the console. */
const width = 392;

/** One of each screen of the wall, in small, and the results as the console draws them. */
export function Slate() {
  return (
    <>
      <Specimen
        name="Wall"
        use="The wall from one frame. Here as previews: a picture with a label, still, nothing to reach."
      >
        {(ground) => (
          <Stack>
            {shownFrames.map(([name, { view, ...frame }]) => {
              const light = ground.includes('light');
              const shown = { ...frame, view: { ...view, wall: { ...view.wall, light } } };
              return (
                <State key={name} name={name}>
                  <Wall frame={shown} width={width} mini reconnecting={name === 'Open, scale'} />
                </State>
              );
            })}
          </Stack>
        )}
      </Specimen>
      <Specimen name="Live" use="Results in the console's column. The words stand beside them.">
        {() => (
          <Stack>
            {shownFrames.map(([name, { view }]) => {
              const { stage } = view;
              if (!('picture' in stage) || !stage.picture) return null;
              const { Live } = answerArea(stage.question);
              return (
                <State key={name} name={name}>
                  <div style={{ width: 300 }}>
                    <Live
                      question={stage.question}
                      picture={stage.picture}
                      revealedKey={stage.at === 'revealed' ? stage.key : null}
                      surface="desk"
                    />
                  </div>
                </State>
              );
            })}
          </Stack>
        )}
      </Specimen>
    </>
  );
}
