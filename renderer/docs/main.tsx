import '../no-eval.ts';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { DeskTexts } from '../i18n/desk.tsx';
import { DocsPage } from './DocsPage.tsx';

const page = document.getElementById('page');
if (!page) throw new Error('the page has no #page');
const language = new URLSearchParams(window.location.search).get('lang');

createRoot(page).render(
  <DeskTexts language={language}>
    <DocsPage fetch={window.fetch.bind(window)} />
  </DeskTexts>,
);
