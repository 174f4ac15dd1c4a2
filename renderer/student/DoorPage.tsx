import { languages } from '../i18n/languages.ts';
import { useText } from '../i18n/text.tsx';
import { PhoneButton } from '../phone/PhoneButton.tsx';
import { PhoneFrame } from '../phone/PhoneFrame.tsx';
import { Icon } from '../ui/Icon.tsx';
import { right } from '../ui/icons.ts';
import { CodeField } from './CodeField.tsx';
import styles from './door.module.css';
import { phoneLink } from './link-word.ts';
import { codeLength } from './visit.ts';
import type { Visit, VisitStore } from './visit.ts';

/** The first page: type the code, or pick the lesson. */
export function DoorPage({ now, visit }: { now: Visit; visit: VisitStore }) {
  const { t } = useText();
  const { lessons, digits, problem, session } = now;
  const length = codeLength(lessons);
  const joining = session !== null;
  return (
    <PhoneFrame
      link={session ? phoneLink(session.link).is : now.door}
      onSend={() => visit.enter()}
      tray={
        <PhoneButton type="submit" busy={joining}>
          {t('student.door.join')}
        </PhoneButton>
      }
    >
      <h1 className={styles.title}>{t('student.door.title')}</h1>
      <p className={styles.where}>
        {t(length > 4 ? 'student.door.whereSix' : 'student.door.whereFour')}
      </p>
      <CodeField
        length={length}
        digits={digits}
        problem={problem && t(`student.door.${problem}`)}
        onDigits={visit.type}
      />
      {lessons.length > 0 && (
        <>
          <h2 className={styles.label}>{t('student.door.pick')}</h2>
          <ul className={styles.list}>
            {lessons.map(({ code, title, teacher }) => (
              <li key={code}>
                <button type="button" className={styles.lesson} onClick={() => visit.enter(code)}>
                  <span className={styles.words}>
                    {title || t('student.lesson')}
                    <small>{t('student.door.live', { teacher })}</small>
                  </span>
                  <Icon path={right} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.internet}>{t('student.door.internet')}</p>
      <LanguageLinks />
    </PhoneFrame>
  );
}

function LanguageLinks() {
  const { language } = useText();
  return (
    <p className={styles.languages}>
      {Object.entries(languages)
        .filter(([tag]) => tag !== language)
        .map(([tag, { name }]) => (
          <a key={tag} href={`/?lang=${tag}`} lang={tag} hrefLang={tag}>
            {name}
          </a>
        ))}
    </p>
  );
}
