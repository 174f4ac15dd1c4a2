import type { ClassStudent, SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, Icon, icons, Notice, UndoBar } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import type { ClassDeeds } from './class-deeds.ts';
import { useDoubles } from './class-queries.ts';
import styles from './Classes.module.css';

type ClassNoticesProps = {
  klass: SchoolClass;
  everybody: readonly ClassStudent[];
  deeds: ClassDeeds;
  onLookAtPair: (keep: ClassStudent, other: ClassStudent) => void;
};

/** What there is to say of a class: that it is archived, what was refused or done last, and who may be there twice. */
export function ClassNotices({ klass, everybody, deeds, onLookAtPair }: ClassNoticesProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const doubles = useDoubles(klass.id).data ?? [];
  const { act, refused, done, setDone } = deeds;
  const undo = done?.undo;

  const byId = new Map(everybody.map((student) => [student.id, student]));
  const pair = doubles.find(({ one, other }) => byId.has(one) && byId.has(other));
  // The one who has been here longer stays, unless the teacher chooses otherwise.
  const [keep, other] = (pair ? [pair.one, pair.other] : [])
    .flatMap((id) => byId.get(id) ?? [])
    .toSorted((a, b) => a.since - b.since);

  return (
    <div className={styles.notices}>
      {klass.archivedAt !== null && (
        <Notice
          action={
            <Button onClick={() => void act(() => api.archiveClass(klass.id, false))}>
              {t('classes.page.unarchive')}
            </Button>
          }
        >
          {t('classes.page.archivedNow')}
        </Notice>
      )}
      {refused && (
        <ErrorNotice
          happened={t('classes.page.failed', { reason: errorText(refused) })}
          safe={t('classes.page.failedSafe')}
        />
      )}
      <UndoBar
        onUndo={undo && (() => void act(undo, () => ({ words: t('classes.page.undone') })))}
        onDismiss={() => setDone(null)}
      >
        {done?.words}
      </UndoBar>
      {keep && other && (
        <Notice
          icon={<Icon path={icons.users} />}
          title={t('classes.doubles.title', { count: doubles.length })}
          action={
            <Button onClick={() => onLookAtPair(keep, other)}>{t('classes.doubles.look')}</Button>
          }
        >
          {t('classes.doubles.words', { one: keep.name, other: other.name })}
        </Notice>
      )}
    </div>
  );
}
