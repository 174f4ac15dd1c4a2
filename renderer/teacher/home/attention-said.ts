import type { Attention } from '../../../lan-server/contract/dashboard.ts';
import { useText } from '../../i18n/text.tsx';
import { icons } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { useWhen } from '../shell/when.ts';
import type { Said } from './said.ts';

const gigabyte = 1024 ** 3;
/** A question's text in a narrow column. */
const mostLetters = 80;

/** Gives the words for what lessons that are over leave to do. */
export function useAttentionSaid(): (attention: Attention) => Said {
  const { t, number, percent } = useText();
  const when = useWhen();
  return (one) => {
    switch (one.is) {
      case 'absent':
        return {
          key: `absent ${one.classId} ${one.studentId}`,
          icon: icons.users,
          what: t('history.home.absent', { name: one.name, count: one.times }),
          words: t('history.home.absentWords', { className: one.className }),
          act: t('history.home.absentAct'),
          href: paths.student(one.studentId),
        };
      case 'weak':
        return {
          key: `weak ${one.lessonId} ${one.questionId}`,
          icon: icons.chart,
          what: t('history.home.weak', { share: percent(one.right), text: shortened(one.text) }),
          words: t('history.home.weakWords', { when: capital(when(one.endedAt)) }),
          act: t('history.home.weakAct'),
          href: paths.results(one.lessonId),
        };
      case 'unsent':
        return {
          key: `unsent ${one.lessonId}`,
          icon: icons.alert,
          what: t('history.home.unsent', { count: one.devices, title: one.title }),
          words: t('history.home.unsentWords'),
          act: t('history.home.unsentAct'),
          href: paths.lesson(one.lessonId),
        };
      case 'disk':
        return {
          key: 'disk',
          icon: icons.alert,
          what: t('history.home.disk', {
            free: number(one.freeBytes / gigabyte, { maximumFractionDigits: 1 }),
          }),
          words: t('history.home.diskWords'),
          act: t('history.home.diskAct'),
          href: paths.backups,
        };
      case 'retention':
        return {
          key: 'retention',
          icon: icons.clock,
          what: t('history.home.retention', { count: one.lessons }),
          words: t('history.home.retentionWords', { when: when(one.goesAt) }),
          act: t('history.home.retentionAct'),
          href: paths.privacy,
        };
      default:
        return one satisfies never;
    }
  };
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > mostLetters ? `${line.slice(0, mostLetters).trimEnd()}…` : line;
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}
