import { useEffect, useRef, useState } from 'react';
import type { Ack } from '../../../lan-server/contract/commands.ts';
import type { FoundName, FoundNames } from '../../../lan-server/contract/roll.ts';
import { useText } from '../../i18n/text.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { right } from '../../ui/icons.ts';
import { classes } from '../../ui/classes.ts';
import door from '../door.module.css';
import { LineField } from '../LineField.tsx';
import styles from './roll.module.css';

/** Says something to the laptop; null: it did not answer. */
export type Say = (command: object) => Promise<Ack | null>;

/** Whoever types waits so long before it is looked for, ms. */
const restMs = 250;

type NameSearchProps = {
  say: Say;
  /** The page has a way for who is not on the list. */
  guests: boolean;
  onPick: (name: FoundName) => void;
};

/** The list of names: whole where it is short, else what fits the letters typed so far. */
export function NameSearch({ say, guests, onPick }: NameSearchProps) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [found, setFound] = useState<FoundNames | null>(null);
  const [problem, setProblem] = useState<'slow' | 'unreachable' | null>(null);
  const newest = useRef(0);

  useEffect(() => {
    newest.current += 1;
    const asked = newest.current;
    const look = () =>
      void say({ type: 'findName', text }).then((ack) => {
        // An answer to letters that have been changed since.
        if (asked !== newest.current) return;
        if (ack?.ok && ack.found) {
          setFound(ack.found);
          setProblem(null);
        } else setProblem(ack ? 'slow' : 'unreachable');
      });
    const timer = setTimeout(look, text === '' ? 0 : restMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- looked for when the letters change, not at each drawing
  }, [text]);

  const names = found?.names ?? [];
  const typed = text.trim() !== '';
  return (
    <>
      <LineField
        id="find-name"
        label={t('roll.find')}
        type="search"
        value={text}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        placeholder={t('roll.findHint')}
        enterKeyHint="search"
        aria-describedby="found-names"
        onType={setText}
      />
      <p id="found-names" className={classes(door.soft, styles.count)} role="status">
        {problem
          ? t(`roll.${problem}`)
          : found &&
            (names.length === 0
              ? typed && t(guests ? 'roll.none' : 'roll.noneAsk')
              : t('roll.count', { count: names.length }))}
        {!problem && found?.more && typed && ` ${t('roll.more')}`}
      </p>
      <ul className={classes(door.list, styles.names)}>
        {names.map((one) => (
          <li key={one.student}>
            <button type="button" className={door.lesson} onClick={() => onPick(one)}>
              <span className={styles.picture}>
                <Avatar seed={one.avatar} size={40} />
              </span>
              <span className={door.words}>
                <bdi>{one.name}</bdi>
                {one.number !== undefined && <small>{one.number}</small>}
              </span>
              <Icon path={right} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
