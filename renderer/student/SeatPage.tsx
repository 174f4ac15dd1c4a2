import { useState } from 'react';
import { useText } from '../i18n/text.tsx';
import type { PhoneLink } from '../phone/link.ts';
import { PhoneButton } from '../phone/PhoneButton.tsx';
import { PlainScreen } from '../phone/PlainScreen.tsx';

type SeatPageProps = {
  /** The lesson's title. */
  title: string;
  name: string | null;
  /** The seat's code. */
  code: string;
  /** An answer is still on this phone. */
  unsent: boolean;
  link: PhoneLink;
  onBack: () => void;
  onLeave: () => void;
  onSomebodyElse: () => void;
};

/** Who one is in this lesson, and the ways out: leave, or hand the phone to somebody else, which asks once. */
export function SeatPage(props: SeatPageProps) {
  const { title, name, code, unsent, link, onBack, onLeave, onSomebodyElse } = props;
  const { t } = useText();
  const head = { title, name };
  const [asking, setAsking] = useState(false);
  const who = { name: name ?? '' };
  if (asking) {
    return (
      <PlainScreen
        head={head}
        link={link}
        title={t('student.seat.notMeTitle')}
        text={t(name === null ? 'student.seat.notMeUnnamedText' : 'student.seat.notMeText', who)}
        acts={
          <>
            <PhoneButton onClick={onSomebodyElse}>{t('student.seat.notMeYes')}</PhoneButton>
            <PhoneButton look="quiet" onClick={() => setAsking(false)}>
              {t('student.back')}
            </PhoneButton>
          </>
        }
        onTryNow={onBack}
      />
    );
  }
  return (
    <PlainScreen
      head={head}
      link={link}
      title={t(name === null ? 'student.seat.unnamed' : 'student.seat.named', who)}
      text={t(unsent ? 'student.seat.unsent' : 'student.seat.text')}
      note={t('student.seat.code', { seat: code })}
      acts={
        <>
          <PhoneButton onClick={onBack}>{t('student.seat.back')}</PhoneButton>
          {!unsent && (
            <PhoneButton look="bordered" onClick={() => setAsking(true)}>
              {t('student.seat.notMe')}
            </PhoneButton>
          )}
          <PhoneButton look="quiet" onClick={onLeave}>
            {t('student.seat.leave')}
          </PhoneButton>
        </>
      }
      onTryNow={onBack}
    />
  );
}
