import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '../i18n/text.tsx';
import { Button, Icon, icons, TextField } from '../ui/index.ts';
import styles from './typed.module.css';

/** As many as one writes down beforehand; more can be accepted later. */
const mostWritten = 20;
const mostLetters = 80;

type AcceptedFieldsProps = {
  accepted: readonly string[];
  onChange: (accepted: string[], field?: string) => void;
};

/** The answers that are right: the first is the one shown. Enter adds one, Backspace takes an empty one away. */
export function AcceptedFields({ accepted, onChange }: AcceptedFieldsProps) {
  const { t } = useText();
  const frame = useRef<HTMLElement>(null);
  const wanted = useRef<number | null>(null);
  const fields = accepted.length === 0 ? [''] : accepted;
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    frame.current?.querySelectorAll('input')[wanted.current]?.focus();
    wanted.current = null;
  });

  function add(at: number) {
    if (fields.length >= mostWritten) return;
    wanted.current = at;
    onChange([...fields.slice(0, at), '', ...fields.slice(at)]);
  }
  function remove(at: number) {
    if (fields.length === 1) return;
    wanted.current = Math.max(0, at - 1);
    onChange(fields.filter((_, index) => index !== at));
  }
  function press(event: KeyboardEvent, at: number) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add(at + 1);
    } else if (event.key === 'Backspace' && fields[at] === '' && fields.length > 1) {
      event.preventDefault();
      remove(at);
    }
  }

  return (
    <section ref={frame} aria-label={t('questions.desk.typed.accepted')}>
      <div className={styles.head}>
        <h2 className="label">{t('questions.desk.typed.accepted')}</h2>
        <span className="small muted">{t('questions.desk.typed.acceptedHint')}</span>
      </div>
      <ol className={styles.list}>
        {fields.map((text, index) => (
          <li key={index} className={styles.variant}>
            <TextField
              label={t(index === 0 ? 'questions.desk.typed.first' : 'questions.desk.typed.more', {
                number: index + 1,
              })}
              hideLabel
              value={text}
              maxLength={mostLetters}
              placeholder={t(
                index === 0 ? 'questions.desk.typed.firstEmpty' : 'questions.desk.typed.moreEmpty',
              )}
              onChange={(next) =>
                onChange(
                  fields.map((one, place) => (place === index ? next : one)),
                  `accepted-${index}`,
                )
              }
              onKeyDown={(event) => press(event, index)}
            />
            {fields.length > 1 && (
              <Button
                look="quiet"
                small
                label={t('questions.desk.typed.remove', { number: index + 1 })}
                icon={<Icon path={icons.close} size="s" />}
                onClick={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ol>
      {fields.length < mostWritten && (
        <Button
          look="quiet"
          icon={<Icon path={icons.plus} />}
          className={styles.add}
          onClick={() => add(fields.length)}
        >
          {t('questions.desk.typed.add')}
        </Button>
      )}
    </section>
  );
}
