import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { TextApi } from '../../i18n/text.tsx';

/** Which board the key shows, or takes off the wall: after the end of the questions the podium again. */
export function boardLabel({ game }: TeacherView, t: TextApi['t']): string {
  return t(game?.shownSince === 'podium' ? 'game.console.podium' : 'game.console.show');
}

/** Why no board can be shown now; null: one can. */
export function boardReason({ game, current, work }: TeacherView, t: TextApi['t']): string | null {
  if (!game?.of) return t('game.console.offered');
  return current?.phase === 'open' || work?.standing === 'open' ? t('game.console.open') : null;
}
