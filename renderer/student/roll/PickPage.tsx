import { useState } from 'react';
import type { FoundName, Pick } from '../../../lan-server/contract/roll.ts';
import type { WireError } from '../../../lan-server/contract/rejections.ts';
import { useText } from '../../i18n/text.tsx';
import { PhoneButton } from '../../phone/PhoneButton.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { PhoneFrame } from '../../phone/PhoneFrame.tsx';
import type { LinkWord } from '../../phone/PhoneFrame.tsx';
import { Fresh } from '../Fresh.tsx';
import { GuestPage } from './GuestPage.tsx';
import { NameSearch } from './NameSearch.tsx';
import type { Say } from './NameSearch.tsx';
import { ProofPage } from './ProofPage.tsx';
import type { Refusal } from './refusal.ts';
import door from '../door.module.css';
import styles from './roll.module.css';

type PickPageProps = {
  /** The class, or the lesson and its teacher. */
  of: string;
  link: LinkWord;
  /** In a lesson; null at the page of a class. */
  pick: Pick | null;
  say: Say;
  /** “This is me.” */
  onPick: (command: object) => Promise<Refusal>;
  /** In a lesson: asks the teacher to let in somebody who is not on the list. */
  onGuest: ((name: string) => Promise<Refusal>) | null;
  /** In a lesson: by the seat's code. */
  onCode: (() => void) | null;
  onLeave: () => void;
};

type At = { is: 'list' } | { is: 'proof'; of: FoundName } | { is: 'guest' } | { is: 'asked' };

/** Picks one's name from the list of a lesson or class. */
export function PickPage(props: PickPageProps) {
  const { of, link, pick, say, onPick, onGuest, onCode, onLeave } = props;
  const { t } = useText();
  const [at, setAt] = useState<At>({ is: pick?.standing === 'asked' ? 'asked' : 'list' });
  const [searching, setSearching] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  // Told by the laptop: the teacher has said no, or gave the name to another phone.
  const standing = pick?.standing ?? null;
  const [told, setTold] = useState(pick);
  // By what was told, not by what it says: a second no says the same as the first.
  if (told !== pick) {
    setTold(pick);
    if (standing === 'asked') setAt({ is: 'asked' });
    else if (at.is === 'asked') setAt({ is: 'list' });
  }

  async function choose(name: FoundName, more: object = {}) {
    if (busy) return;
    if (name.proof && !('proof' in more) && !('ask' in more)) {
      setProblem(null);
      setAt({ is: 'proof', of: name });
      return;
    }
    setBusy(true);
    const refused = await onPick({ type: 'pickName', student: name.student, ...more });
    setBusy(false);
    if (refused === 'proof_needed') {
      setProblem(null);
      setAt({ is: 'proof', of: { ...name, proof: 'pin' } });
      return;
    }
    setProblem(refused && problemText(refused, name));
    // A seat was taken: the page goes by itself. Without one the teacher is asked.
    if (refused === null && pick) setAt({ is: 'asked' });
  }

  function problemText(code: WireError['code'] | 'unreachable', name: FoundName): string {
    if (code === 'wrong_proof')
      return t(name.proof === 'pictures' ? 'roll.pictureWrong' : 'roll.pinWrong');
    const key = problems[code];
    return t(key ? `roll.${key}` : 'roll.failed');
  }

  if (at.is === 'proof')
    return (
      <ProofPage
        of={at.of}
        link={link}
        busy={busy}
        problem={problem}
        onProof={(proof) => choose(at.of, { proof })}
        onAsk={pick && (() => void choose(at.of, { ask: true }))}
        onBack={() => {
          setProblem(null);
          setAt({ is: 'list' });
        }}
      />
    );
  if (at.is === 'guest' && onGuest)
    return <GuestPage link={link} onAsk={onGuest} onBack={() => setAt({ is: 'list' })} />;
  if (at.is === 'asked')
    return (
      <Fresh key="asked">
        <PhoneFrame
          link={link}
          layout="middle"
          tray={
            <PhoneButton
              look="quiet"
              onClick={() => {
                void say({ type: 'callOff' });
                setAt({ is: 'list' });
              }}
            >
              {t('roll.askedOff')}
            </PhoneButton>
          }
        >
          <h1 className={door.title} tabIndex={-1}>
            {t('roll.askedTitle')}
          </h1>
          <p className={door.soft}>{t('roll.askedText')}</p>
        </PhoneFrame>
      </Fresh>
    );

  const me = searching ? null : (pick?.me ?? null);
  const news = standing === 'refused' || standing === 'moved' ? t(`roll.${standing}`) : null;
  return (
    <Fresh key="list">
      <PhoneFrame
        link={link}
        tray={
          <>
            {me && (
              <>
                <PhoneButton busy={busy} onClick={() => void choose(me)}>
                  {t('roll.yes')}
                </PhoneButton>
                <PhoneButton look="quiet" onClick={() => setSearching(true)}>
                  {t('roll.notMe')}
                </PhoneButton>
              </>
            )}
            {!me && onGuest && (
              <PhoneButton look="bordered" onClick={() => setAt({ is: 'guest' })}>
                {t('roll.notHere')}
              </PhoneButton>
            )}
            {!me && onCode && (
              <PhoneButton look="quiet" onClick={onCode}>
                {t('roll.code')}
              </PhoneButton>
            )}
            <PhoneButton look="quiet" onClick={onLeave}>
              {t(pick ? 'roll.other' : 'roll.class.toDoor')}
            </PhoneButton>
          </>
        }
      >
        <h1 className={door.title} tabIndex={-1}>
          {me ? t('roll.isMe', { name: me.name }) : t('roll.title')}
        </h1>
        <p className={door.soft}>{of}</p>
        {news && (
          <p className={styles.told} role="status">
            {news}
          </p>
        )}
        <p className={door.problem} role="alert">
          {problem}
        </p>
        {me ? (
          <p className={styles.who}>
            <span className={styles.large}>
              <Avatar seed={me.avatar} size={88} />
            </span>
          </p>
        ) : (
          <NameSearch say={say} guests={onGuest !== null} onPick={(name) => void choose(name)} />
        )}
      </PhoneFrame>
    </Fresh>
  );
}

const problems: Partial<Record<WireError['code'] | 'unreachable', Problem>> = {
  unreachable: 'unreachable',
  too_many: 'slow',
  not_saved: 'unreachable',
  door_locked: 'locked',
  too_late_to_join: 'late',
  seat_removed: 'removed',
  lesson_over: 'over',
  lesson_full: 'full',
  name_taken: 'taken',
};
type Problem = 'unreachable' | 'slow' | 'locked' | 'late' | 'removed' | 'over' | 'full' | 'taken';
