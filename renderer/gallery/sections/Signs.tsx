import { Icon, icons, Kbd, Logo, Pill } from '../../ui/index.ts';
import { Row, Specimen, State } from '../Specimen.tsx';

/** Logo, icons, keys, pills. */
export function Signs() {
  return (
    <>
      <Specimen name="Logo" use="with the name beside it">
        {() => (
          <Row>
            <Logo />
            <Logo size={48} />
          </Row>
        )}
      </Specimen>
      <Specimen name="Icon" use="in the colour of its text; alone only for back, undo, redo, close">
        {() => (
          <>
            <Row>
              {Object.entries(icons).map(([name, path]) => (
                <State key={name} name={name}>
                  <Icon path={path} />
                </State>
              ))}
            </Row>
            <Row caption="16, 20, 28, 40 px">
              <Icon path={icons.stored} size="s" />
              <Icon path={icons.stored} />
              <Icon path={icons.stored} size="l" />
              <Icon path={icons.stored} size="xl" />
            </Row>
          </>
        )}
      </Specimen>
      <Specimen name="Kbd" use="the key that does it; hidden on touch">
        {() => (
          <Row>
            <Kbd>R</Kbd>
            <Kbd>Space</Kbd>
            <Kbd>Ctrl Enter</Kbd>
            <Kbd>←</Kbd>
          </Row>
        )}
      </Specimen>
      <Specimen name="Pill" use="one or two words on a state">
        {() => (
          <Row>
            <Pill>Draft</Pill>
            <Pill tone="live">Live</Pill>
            <Pill tone="good">Ready</Pill>
            <Pill tone="warn">Paused</Pill>
            <Pill tone="bad">Failed</Pill>
          </Row>
        )}
      </Specimen>
    </>
  );
}
