import type { ClassStudent, SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import { ConfirmDialog } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import type { Asked } from './asked.ts';
import type { ChosenStudents } from './chosen-students.ts';
import type { ClassDeeds } from './class-deeds.ts';
import { ClassWordsDialog } from './ClassWordsDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { MoveTarget } from './MoveDialog.tsx';
import { SectionsDialog } from './SectionsDialog.tsx';
import { StudentDialog } from './StudentDialog.tsx';

type ClassDialogsProps = {
  klass: SchoolClass;
  everybody: readonly ClassStudent[];
  chosen: ChosenStudents;
  act: ClassDeeds['act'];
  asked: Asked | null;
  onAsk: (asked: Asked | null) => void;
};

/** The dialogs of a class's page, one at a time. */
export function ClassDialogs({ klass, everybody, chosen, act, asked, onAsk }: ClassDialogsProps) {
  const { t } = useText();
  const api = useApi();
  const close = () => onAsk(null);
  const { ids } = chosen;
  const count = ids.length;

  const move = ({ name, ...target }: MoveTarget) => {
    close();
    chosen.clear();
    void act(
      () => api.moveStudents(klass.id, { studentIds: ids, ...target }),
      ({ undo }) => ({
        words: t(target.stay ? 'classes.page.copied' : 'classes.page.moved', { count, to: name }),
        undo: () => api.undoMove(klass.id, undo),
      }),
    );
  };
  const merge = (keepId: string, goneId: string, name: string) => {
    close();
    void act(
      () => api.mergeStudents(klass.id, { keepId, goneId, name }),
      ({ sharedLessons }) => ({
        words:
          sharedLessons > 0
            ? t('classes.page.mergedShared', { name, count: sharedLessons })
            : t('classes.page.merged', { name }),
      }),
    );
  };

  switch (asked?.what) {
    case undefined:
      return null;
    case 'words':
      return (
        <ClassWordsDialog
          title={t('classes.make.change')}
          go={t('classes.make.save')}
          start={klass}
          onClose={close}
          onSave={async (words) => {
            const result = await act(() => api.changeClass(klass.id, words));
            if (!result.ok) return result.error;
            close();
            return null;
          }}
        />
      );
    case 'sections':
      return <SectionsDialog klass={klass} onClose={close} />;
    case 'archive':
      return (
        <ConfirmDialog
          open
          title={t('classes.archiveClass.title', { name: klass.name })}
          confirm={t('classes.page.archive')}
          onCancel={close}
          onConfirm={() => {
            close();
            void act(() => api.archiveClass(klass.id, true));
          }}
        >
          {t('classes.archiveClass.words')}
        </ConfirmDialog>
      );
    case 'move':
      return <MoveDialog from={klass} count={count} onClose={close} onMove={move} />;
    case 'student': {
      const { student } = asked;
      return (
        <StudentDialog
          student={student}
          klass={klass}
          onClose={close}
          onMerge={() => onAsk({ what: 'merge', keep: student, otherId: null })}
        />
      );
    }
    case 'merge': {
      const { keep, otherId } = asked;
      return (
        <MergeDialog
          keep={keep}
          others={everybody.filter(({ id }) => id !== keep.id)}
          start={otherId}
          onClose={close}
          onMerge={(goneId, name) => merge(keep.id, goneId, name)}
        />
      );
    }
    default:
      return asked satisfies never;
  }
}
