import { useText } from '../i18n/text.tsx';
import type { TextApi } from '../i18n/text.tsx';
import type { PhoneLink } from '../phone/link.ts';
import type { Screen } from '../phone/screen.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { useCountdown } from '../ui/countdown.ts';
import { timeSaid } from './time-said.ts';

type SpokenProps = { screen: Screen; link: PhoneLink; at: number };

/** Says aloud what changes on the screen, beside the headline to which the reader is taken. */
export function Spoken({ screen, link, at }: SpokenProps) {
  const text = useText();
  const timed = screen.is === 'ask' || screen.is === 'work';
  const timer = timed ? screen.stage.timer : null;
  const left = useCountdown(timer?.running ? at + timer.leftMs : null);
  const words =
    link.is === 'offline'
      ? text.t('student.link.offline')
      : (timeSaid(left, timer?.totalMs ?? 0, text) ?? phaseSaid(screen, text));
  return <Announcer>{words}</Announcer>;
}

function phaseSaid(screen: Screen, { t, time }: TextApi): string {
  switch (screen.is) {
    case 'ask': {
      const { number, of } = screen.stage;
      return t('student.question.place', { number, of });
    }
    case 'sent': {
      const { mine } = screen;
      if (mine.is === 'sending') return '';
      return mine.is === 'stored'
        ? t('student.sent.stored', { time: time(mine.at) })
        : t('student.kept.waiting');
    }
    case 'closed':
      return screen.stage.talk
        ? t('student.talk.words')
        : t('student.closed.title', { number: screen.stage.number });
    case 'slide':
      return t('student.slide.now');
    case 'result': {
      const { result, mine } = screen;
      if (mine === null) return t('student.closed.none');
      return result?.right === true || result?.right === false
        ? t('student.result.points', { count: result.points, total: result.total })
        : '';
    }
    case 'work':
      return t(`student.work.said.${screen.stage.standing}`);
    case 'paused':
      return t('student.paused.title');
    case 'removed':
      return t('student.removed.title');
    case 'ended':
      return t('student.ended.text');
    case 'waits':
      return t('student.waits.text');
    // Their headlines say it.
    case 'team':
    case 'place':
    case 'lobby':
    case 'ready':
      return '';
    default:
      return screen satisfies never;
  }
}
