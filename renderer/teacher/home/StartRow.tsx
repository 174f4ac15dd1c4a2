import { useText } from '../../i18n/text.tsx';
import { classes, Icon, icons, Kbd } from '../../ui/index.ts';
import type { IconPath } from '../../ui/index.ts';
import styles from './StartRow.module.css';

/** What can be started from the home page. */
export type StartActs = {
  abcd: () => void;
  library: () => void;
  make: () => void;
  simulate: () => void;
};

type Tile = {
  id: string;
  path: IconPath;
  key: string;
  name: string;
  words: string;
  act: () => void;
};

type StartRowProps = { acts: StartActs; quizzes: number; simulating: boolean };

/** The four beginnings, with their keys. */
export function StartRow({ acts, quizzes, simulating }: StartRowProps) {
  const { t } = useText();
  const tiles: Tile[] = [
    {
      id: 'abcd',
      path: icons.play,
      key: 'N',
      name: t('teacher.home.abcd'),
      words: t('teacher.home.abcdWords'),
      act: acts.abcd,
    },
    {
      id: 'library',
      path: icons.book,
      key: 'L',
      name: t('teacher.home.fromLibrary'),
      words: t('teacher.home.fromLibraryWords', { count: quizzes }),
      act: acts.library,
    },
    {
      id: 'make',
      path: icons.plus,
      key: 'Q',
      name: t('teacher.home.make'),
      words: t('teacher.home.makeWords'),
      act: acts.make,
    },
    {
      id: 'simulate',
      path: icons.users,
      key: 'S',
      name: t('teacher.home.simulate'),
      words: t(simulating ? 'teacher.home.simulating' : 'teacher.home.simulateWords'),
      act: acts.simulate,
    },
  ];
  return (
    <section aria-label={t('teacher.home.start')}>
      <ul className={styles.row}>
        {tiles.map((tile) => (
          <li key={tile.id} className={styles.place}>
            <button
              type="button"
              className={classes(styles.tile, tile.id === 'abcd' && styles.first)}
              aria-keyshortcuts={tile.key}
              onClick={tile.act}
            >
              <span className={styles.head}>
                <Icon path={tile.path} className={styles.icon} />
                <Kbd onAccent={tile.id === 'abcd'}>{tile.key}</Kbd>
              </span>
              <b>{tile.name}</b>
              <span className={styles.words}>{tile.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
