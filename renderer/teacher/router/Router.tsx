import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Route, Router as Wouter, Switch } from 'wouter';
import { LinkNavigation } from '../../ui/index.ts';
import { HomePage } from '../home/HomePage.tsx';
import { LibraryPage } from '../library/LibraryPage.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { DuePrompt } from '../schedule/DuePrompt.tsx';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { PageLoading } from '../shell/PageLoading.tsx';
import { base } from './paths.ts';
import { useGo } from './go.ts';

// Home must be there at once; what is gone into comes with the click.
const EditorPage = lazy(async () => ({
  default: (await import('../editor/EditorPage.tsx')).EditorPage,
}));
const ConsolePage = lazy(async () => ({
  default: (await import('../console/ConsolePage.tsx')).ConsolePage,
}));
const ResultsPage = lazy(async () => ({
  default: (await import('../results/ResultsPage.tsx')).ResultsPage,
}));
const ResultsListPage = lazy(async () => ({
  default: (await import('../results/ResultsListPage.tsx')).ResultsListPage,
}));

const SchedulePage = lazy(async () => ({
  default: (await import('../schedule/SchedulePage.tsx')).SchedulePage,
}));

const BackupsPage = lazy(async () => ({
  default: (await import('../backups/BackupsPage.tsx')).BackupsPage,
}));
const PrivacyPage = lazy(async () => ({
  default: (await import('../privacy/PrivacyPage.tsx')).PrivacyPage,
}));
const StudentPage = lazy(async () => ({
  default: (await import('../students/StudentPage.tsx')).StudentPage,
}));
const DevicesPage = lazy(async () => ({
  default: (await import('../devices/DevicesPage.tsx')).DevicesPage,
}));
const KeysPage = lazy(async () => ({
  default: (await import('../keys/KeysPage.tsx')).KeysPage,
}));
const TeachersPage = lazy(async () => ({
  default: (await import('../staff/TeachersPage.tsx')).TeachersPage,
}));
const SchoolPage = lazy(async () => ({
  default: (await import('../staff/SchoolPage.tsx')).SchoolPage,
}));
const RecoveryPage = lazy(async () => ({
  default: (await import('../staff/RecoveryPage.tsx')).RecoveryPage,
}));

const ClassesPage = lazy(async () => ({
  default: (await import('../classes/ClassesPage.tsx')).ClassesPage,
}));
const ClassPage = lazy(async () => ({
  default: (await import('../classes/ClassPage.tsx')).ClassPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import('../classes/import/ImportPage.tsx')).ImportPage,
}));

function Links({ children }: { children: ReactNode }) {
  const go = useGo();
  return <LinkNavigation navigate={go}>{children}</LinkNavigation>;
}

/** Which page stands at which address under `/teacher`. */
export function Router() {
  return (
    <Wouter base={base}>
      <Links>
        <DuePrompt />
        <Suspense fallback={<PageLoading />}>
          <Switch>
            <Route path="/">
              <HomePage />
            </Route>
            <Route path="/library">
              <LibraryPage />
            </Route>
            <Route path="/library/:quizId">
              {({ quizId }) => <EditorPage key={quizId} quizId={quizId} />}
            </Route>
            <Route path="/lessons/:lessonId">
              {({ lessonId }) => <ConsolePage key={lessonId} lessonId={lessonId} />}
            </Route>
            <Route path="/classes">
              <ClassesPage />
            </Route>
            <Route path="/classes/:classId">
              {({ classId }) => <ClassPage key={classId} classId={classId} />}
            </Route>
            <Route path="/classes/:classId/import">
              {({ classId }) => <ImportPage key={classId} classId={classId} />}
            </Route>
            <Route path="/results">
              <ResultsListPage />
            </Route>
            <Route path="/results/:lessonId">
              {({ lessonId }) => <ResultsPage key={lessonId} lessonId={lessonId} />}
            </Route>
            <Route path="/schedule">
              <SchedulePage />
            </Route>
            <Route path="/settings">
              <SettingsPage />
            </Route>
            <Route path="/settings/backups">
              <BackupsPage />
            </Route>
            <Route path="/settings/privacy">
              <PrivacyPage />
            </Route>
            <Route path="/students/:studentId">
              {({ studentId }) => <StudentPage key={studentId} studentId={studentId} />}
            </Route>
            <Route path="/settings/teachers">
              <TeachersPage />
            </Route>
            <Route path="/settings/school">
              <SchoolPage />
            </Route>
            <Route path="/settings/recovery">
              <RecoveryPage />
            </Route>
            <Route path="/settings/devices">
              <DevicesPage />
            </Route>
            <Route path="/settings/keys">
              <KeysPage />
            </Route>
            <Route>
              <NotFoundPage />
            </Route>
          </Switch>
        </Suspense>
      </Links>
    </Wouter>
  );
}
