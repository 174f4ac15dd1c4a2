import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import { createRoot } from 'react-dom/client';
import { DeskTexts } from '../i18n/desk.tsx';
import { Gallery } from './Gallery.tsx';
import { Kinds } from './sections/Kinds.tsx';
import { Slate } from './sections/Slate.tsx';

const page = document.getElementById('page');
if (!page) throw new Error('the page has no #page');

// /gallery?lang=es shows every component in the other language.
const asked = new URLSearchParams(window.location.search);
const language = asked.get('lang');

createRoot(page).render(
  <DeskTexts language={language ?? 'en'}>
    {asked.has('kinds') ? <Kinds /> : asked.has('wall') ? <Slate /> : <Gallery />}
  </DeskTexts>,
);
