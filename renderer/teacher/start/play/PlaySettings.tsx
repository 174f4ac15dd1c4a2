import type { ComponentType } from 'react';
import type { Play } from '../../../../lan-server/contract/play.ts';

/** What a group of settings is given: all of them, and what to do with its own. */
export type PlayPartProps = {
  play: Play;
  onChange: (change: Partial<Play>) => void;
  /** Who is asked for a name; some ways to play need one. */
  identity: 'anonymous' | 'nickname';
};

/** One component for each group, in the order in which the start dialog shows them. */
const parts: { name: string; Part: ComponentType<PlayPartProps> }[] = [];

/** The ways to play, before a lesson starts. */
export function PlaySettings(props: PlayPartProps) {
  return (
    <>
      {parts.map(({ name, Part }) => (
        <Part key={name} {...props} />
      ))}
    </>
  );
}
