import { useText } from '../../i18n/text.tsx';
import { Icon, icons, Link, Sheet } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import { useMoment } from '../shell/moment.ts';
import { useWhen } from '../shell/when.ts';
import styles from './Aside.module.css';
import { useAttentionSaid } from './attention-said.ts';
import type { Need } from './needs.ts';
import type { Said } from './said.ts';

/** Gives the words for each need. */
function useSaid(): (need: Need) => Said {
  const { t } = useText();
  const when = useWhen();
  const moment = useMoment();
  const backup = (key: Need['is'], what: string, words: string): Said => ({
    key,
    icon: icons.alert,
    what,
    words,
    act: t('safety.need.act'),
    href: paths.backups,
  });
  const attention = useAttentionSaid();
  return (need) => {
    switch (need.is) {
      case 'left-open':
        return {
          key: need.lesson.id,
          icon: icons.clock,
          what: t('teacher.home.leftOpen', { title: need.lesson.title }),
          words: t('teacher.home.leftOpenWords', { when: when(need.lesson.startedAt) }),
          act: t('teacher.home.leftOpenAct'),
          href: paths.lesson(need.lesson.id),
        };
      case 'backup-failed':
        return backup(need.is, t('safety.need.failed'), t(`safety.problem.${need.problem}`));
      case 'backup-old':
        return backup(
          need.is,
          need.madeAt === null
            ? t('safety.need.none')
            : t('safety.need.old', { when: moment(need.madeAt) }),
          t(need.madeAt === null ? 'safety.need.noneWords' : 'safety.need.words'),
        );
      case 'folder-not-ready':
        return backup(need.is, t('safety.need.folder'), t(`safety.problem.${need.problem}`));
      case 'unready':
        return {
          key: need.quiz.id,
          icon: icons.pencil,
          what: t('teacher.home.unready', {
            count: need.quiz.unready,
            title: need.quiz.title || t('teacher.library.untitled'),
          }),
          words: t('teacher.home.unreadyWords'),
          act: t('teacher.home.unreadyAct'),
          href: paths.quiz(need.quiz.id),
        };
      case 'attention':
        return attention(need.attention);
      default:
        return need satisfies never;
    }
  };
}

/** The sheet at the side with what waits for the teacher; nothing when nothing does. */
export function NeedsYou({ needs }: { needs: readonly Need[] }) {
  const { t } = useText();
  const said = useSaid();
  if (needs.length === 0) return null;
  return (
    <Sheet as="aside" pad="none" label={t('teacher.home.needsYou')} className={styles.sheet}>
      <h2>{t('teacher.home.needsYou')}</h2>
      <ul>
        {needs.map(said).map(({ key, icon, what, words, act, href }) => (
          <li key={key}>
            <Icon path={icon} />
            <div>
              <b>{what}</b>
              <p className={styles.words}>{words}</p>
              <Link className={styles.act} href={href}>
                {act}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
