import type { ProjectorView } from '../../lan-server/contract/frames.ts';
import { movesOf } from '../compare/moves-between.ts';
import { useText } from '../i18n/text.tsx';
import { answerArea } from '../questions/lives.ts';

type RevealedStage = Extract<ProjectorView['stage'], { at: 'revealed' }>;

/** Who moved between two votes, in one sentence of counts. */
export function Moved({ stage }: { stage: RevealedStage }) {
  const { t, rich, number } = useText();
  const { compared, question, picture, key } = stage;
  const { options } = answerArea(question);
  if (!compared?.flow || !options) return null;
  const keyed = options({ question, picture, revealedKey: key }, t).map((row) => row.keyed);
  const moves = movesOf(compared.flow, keyed);
  const of = compared.both;
  if (!keyed.includes(true))
    return (
      <span>
        {rich(
          'projector.compare.changed',
          { count: moves.changed, of },
          { changed: <b>{number(moves.changed)}</b> },
        )}
      </span>
    );
  return (
    <span>
      {rich(
        'projector.compare.moved',
        { count: moves.toRight, of, away: moves.away },
        { right: <b>{number(moves.toRight)}</b> },
      )}
    </span>
  );
}
