import type { ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { Icon } from '../ui/Icon.tsx';
import { wifi, wifiOff } from '../ui/icons.ts';
import { Logo } from '../ui/Logo.tsx';
import styles from './PhoneFrame.module.css';

/** The connection as a phone says it, top right, in words. */
export type LinkWord = 'online' | 'connecting' | 'offline';

/** What stands at the top of every screen of a lesson. */
export type PhoneHead = {
  title: string;
  name: string | null;
  /** Opens what can be done about one's own seat. */
  onSeat?: (() => void) | undefined;
  /** What has to be known first, whatever the screen shows. */
  notice?: ReactNode;
  /** What a student can say besides answering; over the tray. */
  talk?: ReactNode;
};

type PhoneFrameProps = {
  /** Without, the name of the program stands there. */
  head?: PhoneHead | undefined;
  link: LinkWord;
  /** What lies in the tray; without, there is none. */
  tray?: ReactNode;
  /** The text stands at the top and the answers at the foot, with the room between them; or all in the middle. */
  layout?: 'apart' | 'middle';
  /** The screen is a form: by Enter, or by the button in the tray that submits. */
  onSend?: (() => void) | undefined;
  children: ReactNode;
};

/** The frame of every screen of a phone: who and how it stands, the matter, the tray. */
export function PhoneFrame({ head, link, tray, layout, onSend, children }: PhoneFrameProps) {
  const parts = (
    <>
      <header className={styles.top}>
        {head ? <Lesson {...head} /> : <Brand />}
        <LinkWords link={link} />
      </header>
      {head?.notice && <div className={styles.notice}>{head.notice}</div>}
      <main className={layout ? `${styles.main} ${styles[layout]}` : styles.main}>{children}</main>
      {head?.talk && <div className={styles.talk}>{head.talk}</div>}
      {tray && <footer className={styles.tray}>{tray}</footer>}
    </>
  );
  if (!onSend) return <div className={styles.phone}>{parts}</div>;
  return (
    <form
      className={styles.phone}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {parts}
    </form>
  );
}

function Brand() {
  const { t } = useText();
  return (
    <span className={styles.brand}>
      <Logo size={24} />
      {t('student.brand')}
    </span>
  );
}

/** Beside a name of this many letters a small phone would show one letter of the title. */
const titleless = 18;

function Lesson({ title, name, onSeat }: PhoneHead) {
  const { t } = useText();
  const long = name !== null && name.length >= titleless;
  const words = (
    <>
      {!long && <span className={styles.title}>{title || t('student.lesson')}</span>}
      {name && !long && <span className={styles.dot}>·</span>}
      {name && <span className={styles.name}>{name}</span>}
    </>
  );
  if (!onSeat) return <span className={styles.lesson}>{words}</span>;
  return (
    <button type="button" className={styles.lesson} onClick={onSeat}>
      {words}
      <span className="sr">{t('student.seat.open')}</span>
    </button>
  );
}

function LinkWords({ link }: { link: LinkWord }) {
  const { t } = useText();
  return (
    <span className={styles.link}>
      <Icon path={link === 'offline' ? wifiOff : wifi} size="s" />
      <span>{t(`student.link.${link}`)}</span>
    </span>
  );
}
