import type { ProjectorFrame } from '../../lan-server/contract/frames.ts';
import { isSlide } from '../../lan-server/contract/slide.ts';
import type { TextApi } from '../i18n/voice.ts';
import { screenOf } from './screen.ts';

/**
 * The state of the wall as one sentence, for screen readers. Changes with the phase only, never with a count or a second:
 * a live region that says every answer would drown the room.
 */
export function saysNow(frame: ProjectorFrame, reconnecting: boolean, t: TextApi['t']): string {
  if (reconnecting) return t('projector.say.reconnecting');
  const { view, door } = frame;
  const screen = screenOf(view);
  switch (screen.is) {
    case 'ended':
      return t('projector.say.ended');
    case 'blank':
      return t('projector.say.blank');
    case 'join':
      return door.address === null
        ? t('projector.say.joinCode', { code: door.code })
        : t('projector.say.join', { address: door.address, code: door.code });
    case 'post':
      return screen.post.text;
    case 'board':
      return t(`game.say.${screen.board.is}`);
    case 'question':
      if (view.status === 'paused') return t('projector.say.paused');
      if (screen.stage.at === 'closed' && screen.stage.talk) return t('projector.talk.title');
      if (isSlide(screen.stage)) return t('projector.say.slide', { number: screen.stage.number });
      return t(`projector.say.${screen.stage.at}`, { number: screen.stage.number });
    case 'work':
      return view.status === 'paused'
        ? t('projector.say.paused')
        : t(`projector.work.${screen.stage.standing}`);
    default:
      return screen satisfies never;
  }
}
