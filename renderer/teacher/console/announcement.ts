import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import { isSlide } from '../../../lan-server/contract/slide.ts';
import type { TextApi } from '../../i18n/text.tsx';

/**
 * What a screen reader says when the lesson moves: the phase, never each answer. While a question is open the sentence stays
 * the same, so that counts do not interrupt.
 */
export function announcement(view: TeacherView, t: TextApi['t']): string {
  if (view.status === 'ended') return t('console.said.ended');
  if (view.status === 'paused') return t('console.said.paused');
  if (view.game?.board) return t(`game.console.said.${view.game.board}`);
  const { current, work } = view;
  if (!current && work && work.standing !== 'ready') return t(`console.work.said.${work.standing}`);
  if (!current) return t('console.said.lobby');
  const { number, answered, seated: of } = current;
  switch (current.phase) {
    case 'fresh':
    case 'skipped':
      return t('console.said.shown', { number });
    case 'open':
      return t('console.said.opened', { number });
    case 'closed':
      if (current.talk) return t('console.said.talking', { number });
      return t('console.said.closed', { number, answered, of });
    case 'revealed':
      if (isSlide(current)) return t('console.said.slide', { number });
      return t('console.said.revealed', { number });
    default:
      return current.phase satisfies never;
  }
}
