import type { Identity } from '../../../../lan-server/contract/frames.ts';
import type { Play } from '../../../../lan-server/contract/play.ts';

/** What a group of settings is given: all of them, and what to do with its own. */
export type PlayPartProps = {
  play: Play;
  onChange: (change: Partial<Play>) => void;
  /** Who is asked for a name; some ways to play need one. */
  identity: Identity;
};
