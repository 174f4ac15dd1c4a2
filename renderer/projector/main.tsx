import '../no-eval.ts';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { DeskTexts } from '../i18n/desk.tsx';
import { lessonOfPath } from './lesson-of-path.ts';
import { ProjectorPage } from './ProjectorPage.tsx';
import { Refused } from './Refused.tsx';
import { teacherLanguage } from './teacher-language.ts';

const page = document.getElementById('page');
if (!page) throw new Error('the page has no #page');
const root = createRoot(page);
const lessonId = lessonOfPath(window.location.pathname);

void teacherLanguage(window.fetch.bind(window)).then((language) =>
  root.render(
    <DeskTexts language={language}>
      {lessonId === null ? (
        <Refused error={{ code: 'not_found', message: '' }} />
      ) : (
        <ProjectorPage lessonId={lessonId} />
      )}
    </DeskTexts>,
  ),
);
