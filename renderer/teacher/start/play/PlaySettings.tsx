import type { ComponentType } from 'react';
import type { PlayPartProps } from './play-part.ts';
import { PacingPart } from './PacingPart.tsx';
import { RosterSettings } from './RosterSettings.tsx';
import { TalkSettings } from './TalkSettings.tsx';
import { ConfidenceSettings } from './ConfidenceSettings.tsx';
import { DoorSettings } from './DoorSettings.tsx';
import { GamePart } from './GamePart.tsx';
import styles from './PlayGroup.module.css';

/** One component for each group, in the order in which the start dialog shows them. */
const parts: { name: string; Part: ComponentType<PlayPartProps> }[] = [
  { name: 'roster', Part: RosterSettings },
  { name: 'pacing', Part: PacingPart },
  { name: 'game', Part: GamePart },
  { name: 'confidence', Part: ConfidenceSettings },
  { name: 'talk', Part: TalkSettings },
  { name: 'door', Part: DoorSettings },
];

/** The ways to play, before a lesson starts. */
export function PlaySettings(props: PlayPartProps) {
  return (
    <div className={styles.groups}>
      {parts.map(({ name, Part }) => (
        <Part key={name} {...props} />
      ))}
    </div>
  );
}
