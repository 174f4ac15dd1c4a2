import { useState } from 'react';
import type { Results } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ButtonLink,
  EmptyState,
  Icon,
  icons,
  Notice,
  Tabs,
  Topbar,
} from '../../ui/index.ts';
import { AttendanceReport } from '../attendance/AttendanceReport.tsx';
import { useAttendance } from '../attendance/queries.ts';
import { paths } from '../router/paths.ts';
import { AwayNotice, useAway } from '../shell/AwayNotice.tsx';
import { usePage } from '../shell/page.ts';
import { SharedButton } from '../staff/SharedButton.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { figuresOf, reteachPlaces, wasAsked } from './figures.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { InShortSheet } from './InShortSheet.tsx';
import { Items } from './Items.tsx';
import { Conflicts } from './Conflicts.tsx';
import { LateAnswers } from './LateAnswers.tsx';
import { Matrix } from './Matrix.tsx';
import { Pictures } from './Pictures.tsx';
import { Posts } from './Posts.tsx';
import { usePrintSurface } from './print-surface.ts';
import styles from './ResultsPage.module.css';
import { ReleaseSwitch } from './ReleaseSwitch.tsx';
import { Reteach } from './Reteach.tsx';
import { Sums } from './Sums.tsx';
import { useSpan } from './span.ts';

/** More columns than this do not fit beside the questions. */
const narrowMatrix = 12;

/** The report of a lesson, on the screen and on paper. */
export function Report({ results }: { results: Results }) {
  const { t } = useText();
  const span = useSpan();
  const [shown, setShown] = useState<number | null>(null);
  usePrintSurface();
  const { lesson, questions, students } = results;
  const title = lesson.title || t('results.list.untitled');
  usePage(title);
  const figures = figuresOf(results);
  const reteach = reteachPlaces(questions);
  const away = useAway();
  const [tab, setTab] = useState<'results' | 'attendance'>('results');
  const attendance = useAttendance(lesson.id, lesson.status !== 'ended').data;
  const live = lesson.status !== 'ended';
  const when = [lesson.subject, span(lesson)].filter(Boolean).join(' · ');

  const report = (
    <>
      {figures.kept === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={t(live ? 'results.empty.titleLive' : 'results.empty.title')}>
            {t(live ? 'results.empty.words' : 'results.empty.wordsEnded')}
          </EmptyState>
          <Conflicts results={results} />
          <LateAnswers results={results} />
          {results.posts && <Posts posts={results.posts} />}
        </div>
      ) : (
        <>
          {!live && <InShortSheet results={results} />}
          {!live && <ReleaseSwitch lessonId={lesson.id} />}
          <Sums figures={figures} />
          <div
            className={styles.columns}
            data-wide={questions.filter(wasAsked).length > narrowMatrix || undefined}
          >
            <div>
              <Items questions={questions} onShow={setShown} />
              {figures.right && <Reteach questions={questions} places={reteach} />}
              <Pictures questions={questions} />
              <Conflicts results={results} />
              <LateAnswers results={results} />
              {results.posts && <Posts posts={results.posts} />}
            </div>
            <Matrix
              questions={questions}
              students={students}
              reteach={reteach}
              game={results.game}
              handedIn={results.handedIn}
              onShow={setShown}
            />
          </div>
        </>
      )}
    </>
  );
  return (
    <>
      <div className={styles.bar}>
        <Topbar
          back={{ href: paths.resultsList, label: t('results.back') }}
          title={title}
          actions={
            <>
              <Button icon={<Icon path={icons.print} />} onClick={() => window.print()}>
                {t('results.print')}
              </Button>
              <SharedButton kind="lesson" id={lesson.id} />
              <ExportMenu lessonId={lesson.id} />
            </>
          }
        >
          <span className={`${styles.when ?? ''} soft`}>{when}</span>
        </Topbar>
      </div>
      <main className={styles.report}>
        <div className={styles.paperTitle} aria-hidden="true">
          <h2>{title}</h2>
          <p className="soft">{when}</p>
        </div>
        <AwayNotice className={styles.live} />
        {live && !away && (
          <div className={styles.live}>
            <Notice
              tone="go"
              icon={<Icon path={icons.clock} />}
              action={
                <ButtonLink href={paths.lesson(lesson.id)}>{t('results.toConsole')}</ButtonLink>
              }
            >
              {t('results.live')}
            </Notice>
          </div>
        )}
        {attendance && attendance.students.length > 0 ? (
          <div className={styles.tabs}>
            <Tabs
              label={t('roster.attendance.tabs')}
              current={tab}
              onChange={setTab}
              tabs={[
                { id: 'results', label: t('roster.attendance.results'), panel: report },
                {
                  id: 'attendance',
                  label: t('roster.attendance.title'),
                  panel: <AttendanceReport lessonId={lesson.id} attendance={attendance} />,
                },
              ]}
            />
          </div>
        ) : (
          report
        )}
        {shown !== null && (
          <ItemDialog
            results={results}
            students={figures.students}
            place={shown}
            onShow={setShown}
            onClose={() => setShown(null)}
          />
        )}
      </main>
    </>
  );
}
