import type { CardList } from '../../../../lan-server/contract/moderation.ts';
import { useText } from '../../../i18n/text.tsx';
import { Button, classes, Icon, icons } from '../../../ui/index.ts';
import styles from './Cards.module.css';

export type Card = CardList['cards'][number];
export type CardChange = Partial<Pick<Card, 'standing' | 'starred' | 'heading'>>;

type CardRowProps = {
  card: Card;
  name: string | null;
  /** The keys are for this one. */
  marked: boolean;
  /** What is written in the field for headings. */
  heading: string;
  locked: string | null;
  acts: Record<'show' | 'hide' | 'star' | 'group', (card: Card) => void>;
  onChoose: () => void;
};

/** One answer with all that can be done with it. */
export function CardRow({ card, name, marked, heading, locked, acts, onChoose }: CardRowProps) {
  const { t } = useText();
  const { standing, starred } = card;
  const key = (letter: string) => (marked ? { shortcut: letter } : {});
  const off = locked === null ? {} : { 'aria-disabled': true, title: locked };
  const ungroups = card.heading !== '' && (heading === '' || heading === card.heading);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the focus is on its buttons
    <li
      className={classes(styles.card, marked && styles.marked)}
      data-card={card.seatId}
      onFocus={onChoose}
    >
      <div className={styles.acts}>
        {standing !== 'shown' && (
          <Button small {...key('E')} {...off} onClick={() => acts.show(card)}>
            {t('console.cards.show')}
          </Button>
        )}
        {standing !== 'hidden' && (
          <Button small look="quiet" {...key('X')} {...off} onClick={() => acts.hide(card)}>
            {t('console.cards.hide')}
          </Button>
        )}
        <Button small look="quiet" {...key('F')} {...off} onClick={() => acts.star(card)}>
          {t(starred ? 'console.cards.unstar' : 'console.cards.star')}
        </Button>
        {(heading !== '' || card.heading !== '') && (
          <Button small look="quiet" {...key('G')} {...off} onClick={() => acts.group(card)}>
            {t(ungroups ? 'console.cards.ungroup' : 'console.cards.group')}
          </Button>
        )}
      </div>
      {card.heading && <p className={styles.heading}>{card.heading}</p>}
      <p className={styles.text}>
        {starred && (
          <Icon
            path={icons.star}
            size="s"
            className={styles.star}
            label={t('console.cards.starred')}
          />
        )}
        <bdi>{card.text}</bdi>
      </p>
      {name !== null && <p className="small soft">{name}</p>}
    </li>
  );
}
