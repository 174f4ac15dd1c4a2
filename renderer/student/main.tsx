import '../ui/tokens.css';
import '../ui/phone-font.css';
import '../ui/base.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import type { DoorLesson } from '../../lan-server/contract/api.ts';
import { apiPath } from '../../lan-server/contract/paths.ts';
import { PhoneTexts } from '../i18n/phone.tsx';
import { openConnection } from '../live/connection.ts';
import { createDeviceStore, deviceToken } from '../live/device.ts';
import { randomId } from '../live/random-id.ts';
import { dropLost } from '../live/outbox.ts';
import { createSeatSession } from '../live/seat-session.ts';
import { readWayBack } from '../live/way-back.ts';
import { failedLoads } from './failed-loads.ts';
import { createLessonPart } from '../phone/lesson-part.ts';
import { browserAddress } from './address-bar.ts';
import { StudentPage } from './StudentPage.tsx';
import { createVisit } from './visit.ts';
import { watchDevice } from './watch-device.ts';

const page = document.getElementById('page');
if (!page) throw new Error('the page has no #page');

const store = createDeviceStore(() => localStorage);

// Read once and taken out of the address: nobody passes it on with a link, or comes upon it in the history.
const brought = readWayBack(location.hash);
if (brought) history.replaceState(null, '', location.pathname + location.search);

let preload: Promise<(names: readonly string[]) => void> | null = null;
/** A file of its own, fetched by lessons with pictures alone. */
function onImages(names: readonly string[]) {
  preload =
    preload || import('../images/browser-preload.ts').then((images) => images.browserPreload());
  preload.then(
    (load) => load(names),
    () => {
      preload = null;
    },
  );
}

async function doorLessons(): Promise<readonly DoorLesson[] | null> {
  const response = await fetch(`${apiPath}/door`);
  if (!response.ok) return null;
  return ((await response.json()) as { lessons: DoorLesson[] }).lessons;
}

const roll = () => import('./roll/roll-part.tsx');

/** The page where lessons are joined. */
function openDoor(box: HTMLElement) {
  const visit = createVisit({
    open: (code) =>
      createSeatSession({
        connection: openConnection({ as: 'student', code, device: deviceToken(store, document) }),
        store,
        brought,
        onImages,
        newId: () => randomId(16),
        monotonic: () => performance.now(),
        wallClock: () => Date.now(),
      }),
    lessons: doorLessons,
    dropLost: (code) => dropLost(store, (kept) => kept.code === code),
    address: browserAddress(),
    later: (run, ms) => setTimeout(run, ms),
  });

  const part = createLessonPart({
    load: () => import('../phone/lesson-screens.ts'),
    later: (run, ms) => setTimeout(run, ms),
    // Whoever stands at the door may be typing a name.
    mayReload: async () =>
      Boolean(visit.snapshot().session?.live?.seat) &&
      (await fetch(location.pathname, { method: 'HEAD' })).ok,
    reload: () => location.reload(),
    tries: failedLoads(() => sessionStorage),
  });

  watchDevice(visit, document, window);

  createRoot(box).render(
    <PhoneTexts>
      <StudentPage visit={visit} store={store} part={part} roll={roll} />
    </PhoneTexts>,
  );
}

const ofClass = /^\/c\/(\w+)/.exec(location.pathname)?.[1];
if (ofClass)
  roll().then(
    (part) =>
      part.openClass(page, ofClass, deviceToken(store, document), (path = '/') => {
        history.pushState(null, '', path + location.search);
        openDoor(page);
      }),
    () => setTimeout(() => location.reload(), 4000),
  );
else openDoor(page);
