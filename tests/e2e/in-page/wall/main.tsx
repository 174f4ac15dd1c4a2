import '../../../../renderer/ui/tokens.css';
import '../../../../renderer/ui/fonts.css';
import '../../../../renderer/ui/base.css';
import { createRoot } from 'react-dom/client';
import { DeskTexts } from '../../../../renderer/i18n/desk.tsx';
import { Wall } from '../../../../renderer/stage/Wall.tsx';
import { faultsOfWall } from './measure.ts';

declare global {
  interface Window {
    showWall: (shown: Shown) => void;
    faultsOfWall: () => string[];
  }
}

/** What a test may ask of the wall: a frame, and how it is shown. */
type Shown = Parameters<typeof Wall>[0] & { language?: string };

const page = document.getElementById('page');
if (!page) throw new Error('the page has no #page');
const root = createRoot(page);

window.faultsOfWall = faultsOfWall;
window.showWall = ({ language = 'en', ...shown }) => {
  root.render(
    <DeskTexts language={language}>
      <Wall {...shown} />
    </DeskTexts>,
  );
};
