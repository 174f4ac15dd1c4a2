import { useState } from 'react';
import type { ClassStudent, SchoolClass } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ButtonLink,
  ConfirmDialog,
  EmptyState,
  ErrorNotice,
  Icon,
  icons,
  Link,
  LoadingFrame,
  Menu,
  Notice,
  SearchBox,
  Segmented,
  UndoBar,
} from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn } from '../api-failure.ts';
import { paths } from '../router/paths.ts';
import { ClassLessons } from '../schedule/ClassLessons.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { NotFetched } from '../shell/NotFetched.tsx';
import { usePage } from '../shell/page.ts';
import { SharedButton } from '../staff/SharedButton.tsx';
import { Shell } from '../shell/Shell.tsx';
import { AddStudents } from './AddStudents.tsx';
import { ArchivedStudents } from './ArchivedStudents.tsx';
import { useDeeds } from './class-deeds.ts';
import { useClass, useClassStudents, useDoubles } from './class-queries.ts';
import styles from './Classes.module.css';
import { ClassWordsDialog } from './ClassWordsDialog.tsx';
import { findAmong } from './find-students.ts';
import { ImportDesk } from './import/ImportDesk.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { SectionsDialog } from './SectionsDialog.tsx';
import { StudentDialog } from './StudentDialog.tsx';
import { StudentTable } from './StudentTable.tsx';
import { WayIn } from './WayIn.tsx';

/** So many rows are drawn at once; the rest on demand. */
const shownAtFirst = 200;

type Asked =
  | { what: 'words' | 'sections' | 'move' | 'archive' }
  | { what: 'student'; student: ClassStudent }
  | { what: 'merge'; keep: ClassStudent; otherId: string | null };

/** One class: who is in it, and everything that is done to them. */
export function ClassPage({ classId }: { classId: string }) {
  const { t } = useText();
  const errorText = useErrorText();
  const klass = useClass(classId);
  usePage(klass.data?.name ?? t('classes.list.title'));
  const [pasted, setPasted] = useState<string | null>(null);
  const failed = klass.data ? null : errorIn(klass.error);
  if (klass.data && pasted !== null)
    return (
      <Shell>
        <ImportDesk klass={klass.data} start={pasted} onBack={() => setPasted(null)} />
      </Shell>
    );
  return (
    <Shell>
      <Link className={styles.back} href={paths.classes}>
        <Icon path={icons.arrowLeft} size="s" />
        {t('classes.page.back')}
      </Link>
      <NotFetched error={failed} onRetry={() => klass.refetch()} />
      {!klass.data && !failed && <LoadingFrame count={8} />}
      {klass.data && <ClassDesk klass={klass.data} onPasted={setPasted} />}
    </Shell>
  );
}

function ClassDesk({ klass, onPasted }: { klass: SchoolClass; onPasted: (text: string) => void }) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const students = useClassStudents(klass.id);
  const doubles = useDoubles(klass.id);
  const { act, refused, done, setDone } = useDeeds();
  const [wanted, setWanted] = useState('');
  const [place, setPlace] = useState('all');
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);

  const unread = students.data ? null : errorIn(students.error);
  const everybody = students.data ?? [];
  const byId = new Map(everybody.map((student) => [student.id, student]));
  // Its section may have been removed.
  const section = klass.sections.some(({ id }) => id === place) ? place : null;
  const here = everybody.filter(
    ({ sectionId }) => place === 'all' || sectionId === section || (place !== 'none' && !section),
  );
  const found = findAmong(here, wanted, ({ name, number }) => [name, number]);
  const shown = all ? found : found.slice(0, shownAtFirst);
  const picked = everybody.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const choose = (ids: string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  const count = picked.length;
  const undo = done?.undo;
  const readOnly = klass.archivedAt !== null;

  const leave = async () => {
    await act(
      () => api.takeOut(klass.id, picked),
      () => ({
        words: t('classes.page.left', { count }),
        undo: () => api.takeBack(klass.id, picked),
      }),
    );
    setChosen(new Set());
  };
  const archiveStudents = async () => {
    await act(
      () => api.archiveStudents(klass.id, picked, true),
      () => ({
        words: t('classes.page.archived', { count }),
        undo: () => api.archiveStudents(klass.id, picked, false),
      }),
    );
    setChosen(new Set());
  };
  const makePins = () =>
    act(
      () => api.makePins(klass.id, picked),
      ({ students: made }) => ({ words: t('classes.page.pinned', { count: made.length }) }),
    );
  const pair = (doubles.data ?? []).find(({ one, other }) => byId.has(one) && byId.has(other));
  // The one who has been here longer stays, unless the teacher chooses otherwise.
  const [pairOne, pairOther] = (pair ? [pair.one, pair.other] : [])
    .flatMap((id) => byId.get(id) ?? [])
    .toSorted((a, b) => a.since - b.since);
  const importButton = (look: 'filled' | 'bordered') => (
    <ButtonLink look={look} href={paths.classImport(klass.id)} icon={<Icon path={icons.list} />}>
      {t('classes.page.import')}
    </ButtonLink>
  );

  return (
    <>
      <header className={styles.header}>
        <h1>
          {klass.name} {klass.subject && <span className={styles.subject}>{klass.subject}</span>}
        </h1>
        {!readOnly && everybody.length > 0 && importButton('bordered')}
        <SharedButton kind="class" id={klass.id} />
        <Menu
          label={t('classes.page.more')}
          items={[
            {
              id: 'words',
              label: t('classes.page.change'),
              icon: <Icon path={icons.pencil} />,
              onSelect: () => setAsked({ what: 'words' }),
            },
            {
              id: 'sections',
              label: t('classes.page.manageSections'),
              icon: <Icon path={icons.users} />,
              onSelect: () => setAsked({ what: 'sections' }),
            },
            ...(readOnly
              ? []
              : [
                  {
                    id: 'archive',
                    label: t('classes.page.archive'),
                    icon: <Icon path={icons.lock} />,
                    onSelect: () => setAsked({ what: 'archive' }),
                  },
                ]),
          ]}
        />
      </header>
      {!readOnly && klass.relation !== 'none' && <ClassLessons classId={klass.id} />}
      <div className={styles.notices}>
        {readOnly && (
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
        {pairOne && pairOther && (
          <Notice
            icon={<Icon path={icons.users} />}
            title={t('classes.doubles.title', { count: doubles.data?.length ?? 0 })}
            action={
              <Button
                onClick={() => setAsked({ what: 'merge', keep: pairOne, otherId: pairOther.id })}
              >
                {t('classes.doubles.look')}
              </Button>
            }
          >
            {t('classes.doubles.words', { one: pairOne.name, other: pairOther.name })}
          </Notice>
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.main}>
          {!readOnly && (
            <AddStudents
              onPasted={onPasted}
              onAdd={async (name) =>
                (
                  await act(
                    () => api.addStudents(klass.id, [{ name, sectionId: section }]),
                    ({ students: [made] }) => ({
                      words: t('classes.page.added', { name: made?.name ?? name }),
                      undo: made ? () => api.takeOut(klass.id, [made.id]) : undefined,
                    }),
                  )
                ).ok
              }
            />
          )}
          {everybody.length > 0 && (
            <div className={styles.tools}>
              {klass.sections.length > 0 && (
                <Segmented
                  label={t('classes.page.sectionFilter')}
                  hideLabel
                  choices={[
                    { value: 'all', label: t('classes.page.all') },
                    ...klass.sections.map(({ id, name }) => ({ value: id, label: name })),
                    { value: 'none', label: t('classes.page.none') },
                  ]}
                  value={place}
                  onChange={setPlace}
                />
              )}
              <SearchBox
                label={t('classes.page.find')}
                value={wanted}
                onChange={setWanted}
                shortcut="/"
              />
            </div>
          )}
          {count > 0 && (
            <div className={styles.chosen}>
              <b role="status">{t('classes.page.chosen', { count })}</b>
              <Button small onClick={() => setAsked({ what: 'move' })}>
                {t('classes.page.move')}
              </Button>
              <Button small onClick={() => void makePins()}>
                {t('classes.page.makePins')}
              </Button>
              <Button small onClick={() => void archiveStudents()}>
                {t('classes.page.archiveStudents')}
              </Button>
              <Button small onClick={() => void leave()}>
                {t('classes.page.leave')}
              </Button>
              <Button small look="quiet" onClick={() => setChosen(new Set())}>
                {t('classes.page.clear')}
              </Button>
            </div>
          )}
          <NotFetched error={unread} onRetry={() => students.refetch()} />
          {!students.data && !unread && <LoadingFrame count={8} />}
          {students.data?.length === 0 && (
            <EmptyState title={t('classes.page.empty')} step={!readOnly && importButton('filled')}>
              {t('classes.page.emptyWords')}
            </EmptyState>
          )}
          <p className="sr" role="status">
            {wanted.trim() !== '' && t('classes.page.found', { count: found.length })}
          </p>
          {everybody.length > 0 && found.length === 0 && (
            <EmptyState
              title={
                wanted.trim() === ''
                  ? t('classes.page.empty')
                  : t('classes.page.nothing', { text: wanted.trim() })
              }
              step={
                <Button
                  onClick={() => {
                    setWanted('');
                    setPlace('all');
                  }}
                >
                  {t('classes.page.everybody')}
                </Button>
              }
            />
          )}
          {shown.length > 0 && (
            <StudentTable
              students={shown}
              sections={klass.sections}
              chosen={chosen}
              onChoose={choose}
              onOpen={(student) => setAsked({ what: 'student', student })}
            />
          )}
          {shown.length < found.length && (
            <Button onClick={() => setAll(true)}>
              {t('classes.page.showAll', { count: found.length })}
            </Button>
          )}
          <ArchivedStudents
            classId={klass.id}
            onBack={(student) =>
              void act(
                () => api.archiveStudents(klass.id, [student.id], false),
                () => ({ words: t('classes.page.back', { count: 1 }) }),
              )
            }
          />
        </div>
        <aside className={styles.aside}>
          {!readOnly && (
            <WayIn klass={klass} onNewCode={() => void act(() => api.newClassCode(klass.id))} />
          )}
        </aside>
      </div>
      {asked?.what === 'words' && (
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
      )}
      {asked?.what === 'sections' && <SectionsDialog klass={klass} onClose={close} />}
      <ConfirmDialog
        open={asked?.what === 'archive'}
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
      {asked?.what === 'move' && (
        <MoveDialog
          from={klass}
          count={count}
          onClose={close}
          onMove={({ name, ...move }) => {
            close();
            setChosen(new Set());
            void act(
              () => api.moveStudents(klass.id, { studentIds: picked, ...move }),
              () => ({
                words: t(move.stay ? 'classes.page.copied' : 'classes.page.moved', {
                  count,
                  to: name,
                }),
              }),
            );
          }}
        />
      )}
      {asked?.what === 'student' && (
        <StudentDialog
          student={asked.student}
          klass={klass}
          onClose={close}
          onMerge={() => setAsked({ what: 'merge', keep: asked.student, otherId: null })}
        />
      )}
      {asked?.what === 'merge' && (
        <MergeDialog
          keep={asked.keep}
          others={everybody.filter(({ id }) => id !== asked.keep.id)}
          start={asked.otherId}
          onClose={close}
          onMerge={(goneId, name) => {
            close();
            void act(
              () => api.mergeStudents(klass.id, { keepId: asked.keep.id, goneId, name }),
              ({ sharedLessons }) => ({
                words:
                  sharedLessons > 0
                    ? t('classes.page.mergedShared', { name, count: sharedLessons })
                    : t('classes.page.merged', { name }),
              }),
            );
          }}
        />
      )}
    </>
  );
}
