import type { ComponentType } from 'react';
import { Logo } from '../ui/index.ts';
import styles from './Gallery.module.css';
import { Actions } from './sections/Actions.tsx';
import { Answers } from './sections/Answers.tsx';
import { Feedback } from './sections/Feedback.tsx';
import { Fields } from './sections/Fields.tsx';
import { Overlays } from './sections/Overlays.tsx';
import { Places } from './sections/Places.tsx';
import { Room } from './sections/Room.tsx';
import { Signs } from './sections/Signs.tsx';

// The gallery speaks to developers, in development only: its own words and samples are not translated. What the
// components say themselves is, as everywhere.

type Section = { title: string; names: readonly string[]; Content: ComponentType };

const sections: readonly Section[] = [
  { title: 'Answers and time', names: ['Mark', 'Seal', 'Ring', 'Meter'], Content: Answers },
  { title: 'Signs', names: ['Logo', 'Icon', 'Kbd', 'Pill'], Content: Signs },
  {
    title: 'Actions',
    names: ['Button', 'ButtonLink', 'Switch', 'Segmented', 'Tabs', 'JumpTiles'],
    Content: Actions,
  },
  {
    title: 'Fields',
    names: ['TextField', 'TextArea', 'NumberField', 'Select', 'SearchBox'],
    Content: Fields,
  },
  { title: 'The room', names: ['SeatLegend', 'SeatGrid'], Content: Room },
  {
    title: 'Saying things',
    names: ['Notice', 'UndoBar', 'EmptyState', 'ErrorNotice', 'LoadingFrame', 'Progress'],
    Content: Feedback,
  },
  { title: 'Over the page', names: ['Menu', 'Dialog', 'ConfirmDialog'], Content: Overlays },
  {
    title: 'Places',
    names: ['Topbar', 'Tray', 'Sheet', 'Rail', 'Table'],
    Content: Places,
  },
];

/** Every component of the design system in all its states, light and dark side by side. */
export function Gallery() {
  return (
    <div className={styles.gallery}>
      <nav className={styles.contents} aria-label="Contents">
        <Logo />
        {sections.map((section) => (
          <div key={section.title}>
            <p className={styles.group}>{section.title}</p>
            <ul>
              {section.names.map((name) => (
                <li key={name}>
                  <a href={`#${name}`}>{name}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <main className={styles.main}>
        <h1 className={styles.title}>Gallery</h1>
        <p className={`soft ${styles.intro ?? ''}`}>
          Every component of renderer/ui in all its states. Add ?lang=es to hear them in Spanish.{' '}
          <a href="/gallery?kinds">The kinds of question</a> and{' '}
          <a href="/gallery?wall">the wall</a> stand on pages of their own.
        </p>
        {sections.map(({ title, Content }) => (
          <Content key={title} />
        ))}
      </main>
    </div>
  );
}
