import { useText } from '../../i18n/text.tsx';
import { classes, Icon, icons, Kbd } from '../../ui/index.ts';
import styles from './FirstOffers.module.css';
import type { StartActs } from './StartRow.tsx';

type FirstOffersProps = { acts: StartActs; simulating: boolean };

/** The home page of a teacher who has nothing yet: three offers, each saying what will happen. */
export function FirstOffers({ acts, simulating }: FirstOffersProps) {
  const { t } = useText();
  const offers = [
    {
      id: 'start',
      path: icons.play,
      key: 'N',
      name: t('teacher.home.first.start'),
      words: t('teacher.home.first.startWords'),
      act: acts.abcd,
    },
    {
      id: 'make',
      path: icons.plus,
      key: 'Q',
      name: t('teacher.home.first.make'),
      words: t('teacher.home.first.makeWords'),
      act: acts.make,
    },
    {
      id: 'simulate',
      path: icons.users,
      key: 'S',
      name: t('teacher.home.first.simulate'),
      words: simulating ? t('teacher.home.simulating') : t('teacher.home.first.simulateWords'),
      act: acts.simulate,
    },
  ];
  return (
    <section aria-labelledby="first-offers">
      <h2 id="first-offers" className={styles.title}>
        {t('teacher.home.first.title')}
      </h2>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.id}>
            <button
              type="button"
              className={classes(styles.offer, offer.id === 'start' && styles.first)}
              aria-keyshortcuts={offer.key}
              onClick={offer.act}
            >
              <Icon path={offer.path} size="l" />
              <span>
                <b className={styles.name}>{offer.name}</b>
                <span className={styles.words}>{offer.words}</span>
              </span>
              <Kbd onAccent={offer.id === 'start'}>{offer.key}</Kbd>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
