import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { TeacherCommand } from '../../../../lan-server/contract/commands.ts';
import type { TeacherView } from '../../../../lan-server/contract/frames.ts';
import type { LessonId, SeatId } from '../../../../lan-server/contract/ids.ts';
import type { CardStanding } from '../../../../lan-server/contract/moderation.ts';
import { useText } from '../../../i18n/text.tsx';
import {
  Button,
  Icon,
  icons,
  LoadingFrame,
  Segmented,
  Sheet,
  TextField,
  UndoBar,
  useHotkeys,
} from '../../../ui/index.ts';
import { CardRow } from './CardRow.tsx';
import type { Card, CardChange } from './CardRow.tsx';
import styles from './Cards.module.css';
import { useCards } from './use-cards.ts';

type CardsSheetProps = {
  lessonId: LessonId;
  current: NonNullable<TeacherView['current']>;
  cards: NonNullable<NonNullable<TeacherView['current']>['cards']>;
  /** Why nothing can be changed now; null: it can. */
  locked: string | null;
  /** null in an anonymous lesson. */
  nameOf: (seatId: SeatId) => string | null;
  perform: (command: TeacherCommand) => Promise<boolean>;
};

const standings = ['waiting', 'shown', 'hidden'] as const;

/**
 * What students wrote, and what of it the wall shows. Each act is one click, or one key for the answer that is marked (the first one,
 * until another is chosen): E shows, X hides, F stars, G puts it under the heading, Z takes the last act back.
 */
export function CardsSheet({ lessonId, current, cards, locked, nameOf, perform }: CardsSheetProps) {
  const { t } = useText();
  const { questionId } = current;
  const [standing, setStanding] = useState<CardStanding>('waiting');
  const [from, setFrom] = useState(0);
  const [heading, setHeading] = useState('');
  const [chosen, setChosen] = useState<SeatId | null>(null);
  const [last, setLast] = useState<{ said: string; undo: TeacherCommand } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const found = useCards(lessonId, { questionId, standing, from }, current.round, cards.version);
  const shown = found?.cards ?? [];
  const marked = shown.find(({ seatId }) => seatId === chosen) ?? shown[0];

  async function act(card: Card | undefined, change: CardChange, said: string) {
    if (!card || locked !== null) return;
    const { seatId, answeredAt } = card;
    setChosen(seatId);
    // A click leaves the focus where it is (Console.tsx): from the field the next key must be one of the console again.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    const command = { type: 'moderateCard', questionId, seatId, answeredAt } as const;
    const before = { standing: card.standing, starred: card.starred, heading: card.heading };
    if (await perform({ ...command, ...change }))
      setLast({ said, undo: { ...command, ...before } });
  }
  const acts = {
    show: (card?: Card) => void act(card, { standing: 'shown' }, t('console.cards.didShow')),
    hide: (card?: Card) => void act(card, { standing: 'hidden' }, t('console.cards.didHide')),
    star: (card?: Card) =>
      void act(
        card,
        { starred: !card?.starred },
        t(card?.starred ? 'console.cards.didUnstar' : 'console.cards.didStar'),
      ),
    group: (card?: Card) => {
      const to = card?.heading === heading.trim() ? '' : heading.trim();
      if (to !== '' || card?.heading)
        void act(
          card,
          { heading: to },
          to === '' ? t('console.cards.didUngroup') : t('console.cards.didGroup', { heading: to }),
        );
    },
  };
  async function undo() {
    if (last && (await perform(last.undo))) setLast(null);
  }
  const turn = (page: number) => void perform({ type: 'turnCards', questionId, page });
  useHotkeys(
    {
      E: () => acts.show(marked),
      X: () => acts.hide(marked),
      F: () => acts.star(marked),
      G: () => acts.group(marked),
      Z: last ? () => void undo() : undefined,
    },
    locked === null,
  );

  /** Up and down go from answer to answer. */
  function move(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = shown.findIndex(({ seatId }) => seatId === marked?.seatId);
    const next = shown[at + step];
    if (!next) return;
    setChosen(next.seatId);
    list.current
      ?.querySelector<HTMLElement>(`[data-card="${CSS.escape(next.seatId)}"] button`)
      ?.focus();
  }

  return (
    <Sheet className={styles.sheet} label={t('console.cards.title')} as="section">
      <h3 className="label">{t('console.cards.title')}</h3>
      <Segmented
        label={t('console.cards.which')}
        hideLabel
        value={standing}
        choices={standings.map((value) => ({
          value,
          label: t(`console.cards.${value}`, { count: cards[value] }),
        }))}
        onChange={(value) => {
          setStanding(value);
          setFrom(0);
        }}
      />
      <UndoBar onUndo={() => void undo()} onDismiss={() => setLast(null)}>
        {last && last.said}
      </UndoBar>
      <TextField
        label={t('console.cards.heading')}
        hideLabel
        small
        value={heading}
        maxLength={60}
        list="card-headings"
        placeholder={t('console.cards.headingEmpty')}
        onChange={setHeading}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <datalist id="card-headings">
        {found?.headings.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      {!found ? (
        <LoadingFrame count={2} />
      ) : shown.length === 0 ? (
        <p className="small soft">{t(`console.cards.none.${standing}`)}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only carries the focus on
        <ol ref={list} className={styles.list} onKeyDown={move}>
          {shown.map((card) => (
            <CardRow
              key={card.seatId}
              card={card}
              name={nameOf(card.seatId)}
              marked={card === marked}
              heading={heading.trim()}
              locked={locked}
              acts={acts}
              onChoose={() => setChosen(card.seatId)}
            />
          ))}
        </ol>
      )}
      {found && (from > 0 || found.total > from + shown.length) && (
        <p className={styles.pager}>
          <Button
            small
            look="quiet"
            label={t('console.cards.newer')}
            icon={<Icon path={icons.arrowLeft} size="s" />}
            aria-disabled={from === 0 || undefined}
            onClick={() => setFrom(Math.max(0, from - 20))}
          />
          <span className="small">
            {t('console.cards.place', {
              first: from + 1,
              last: from + shown.length,
              count: found.total,
            })}
          </span>
          <Button
            small
            look="quiet"
            label={t('console.cards.older')}
            icon={<Icon path={icons.arrowRight} size="s" />}
            aria-disabled={found.total <= from + shown.length || undefined}
            onClick={() => found.total > from + shown.length && setFrom(from + 20)}
          />
        </p>
      )}
      {cards.pages > 1 && (
        <p className={styles.pager}>
          <Button
            small
            label={t('console.cards.pageBack')}
            icon={<Icon path={icons.arrowLeft} size="s" />}
            aria-disabled={cards.page === 0 || undefined}
            onClick={() => cards.page > 0 && turn(cards.page - 1)}
          />
          <span className="small">
            {t('console.cards.page', { page: cards.page + 1, count: cards.pages })}
          </span>
          <Button
            small
            label={t('console.cards.pageOn')}
            icon={<Icon path={icons.arrowRight} size="s" />}
            aria-disabled={cards.page + 1 >= cards.pages || undefined}
            onClick={() => cards.page + 1 < cards.pages && turn(cards.page + 1)}
          />
        </p>
      )}
    </Sheet>
  );
}
