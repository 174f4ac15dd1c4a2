import type { ProjectorFrame } from '../../lan-server/contract/frames.ts';
import { useText } from '../i18n/text.tsx';
import { Announcer } from '../ui/Announcer.tsx';
import { BoardScreen } from './BoardScreen.tsx';
import { Confetti } from './Confetti.tsx';
import { EndedScreen } from './EndedScreen.tsx';
import { JoinScreen } from './JoinScreen.tsx';
import { Ledge } from './Ledge.tsx';
import { PostScreen } from './PostScreen.tsx';
import { QuestionScreen } from './QuestionScreen.tsx';
import { saysNow } from './say.ts';
import { screenOf } from './screen.ts';
import { Shell } from './Shell.tsx';
import { WorkScreen } from './WorkScreen.tsx';
import { useWindowSize } from './window-size.ts';

type WallProps = {
  frame: ProjectorFrame;
  /** The box to fill, in CSS px: the window by default; with `width` alone, 16:9. */
  width?: number;
  height?: number;
  /** A preview on another page: one picture with a label, still, and nothing in it can be reached. */
  mini?: boolean;
  /** No time passes: the timer stands where the frame has it, as for a question that is only being written. */
  timeless?: boolean;
  /** The link is down and this is the last picture. */
  reconnecting?: boolean;
};

/** The wall, drawn from one frame and nothing else. */
export function Wall(props: WallProps) {
  const { frame, width, height, mini = false, timeless = false, reconnecting = false } = props;
  const text = useText();
  const page = useWindowSize();
  const box =
    width === undefined ? page : { width, height: height ?? Math.round((width * 9) / 16) };
  const said = saysNow(frame, reconnecting, text.t);
  const shown = screenOf(frame.view);
  const board = (
    <Shell {...box} light={frame.view.wall.light} still={mini}>
      <Screen frame={frame} timeless={timeless} />
      {shown.is === 'board' && shown.board.is === 'podium' && frame.view.confetti && !mini && (
        <Confetti />
      )}
      <Ledge frame={frame} reconnecting={reconnecting} />
    </Shell>
  );
  if (!mini) {
    return (
      <>
        {/* First, so that it does not lie below the board and make the page scroll by a pixel. */}
        <Announcer>{said}</Announcer>
        {board}
      </>
    );
  }
  return (
    <div role="img" aria-label={text.t('projector.mini', { what: said })} style={box}>
      <div inert aria-hidden="true">
        {board}
      </div>
    </div>
  );
}

function Screen({ frame, timeless }: { frame: ProjectorFrame; timeless: boolean }) {
  const screen = screenOf(frame.view);
  switch (screen.is) {
    case 'blank':
      return <div />;
    case 'ended':
      return <EndedScreen view={frame.view} />;
    case 'join':
      return <JoinScreen view={frame.view} door={frame.door} />;
    case 'post':
      return <PostScreen post={screen.post} />;
    case 'board':
      return <BoardScreen key={screen.board.is} board={screen.board} />;
    case 'question':
      return (
        <QuestionScreen
          stage={screen.stage}
          paused={frame.view.status === 'paused'}
          timeless={timeless}
        />
      );
    case 'work':
      return (
        <WorkScreen
          stage={screen.stage}
          paused={frame.view.status === 'paused'}
          timeless={timeless}
        />
      );
    default:
      return screen satisfies never;
  }
}
