import { useEffect, useRef } from 'react';
import { longestTex } from '../../../lan-server/questions/settle.ts';
import { useText } from '../../i18n/text.tsx';
import { typeset } from '../../rich/typeset.ts';
import { Button } from '../../ui/index.ts';
import styles from './RichEditor.module.css';

type FormulaFieldProps = {
  tex: string;
  onChange: (tex: string) => void;
  onDone: () => void;
};

/** The TeX of the formula that is selected; it is drawn in the text as one types. */
export function FormulaField({ tex, onChange, onDone }: FormulaFieldProps) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const wrong = tex.trim() !== '' && typeset(tex, false) === null;
  useEffect(() => {
    // A new one is to be written; one that the cursor only passes is left alone.
    if (tex === '') input.current?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- only when it appears
  }, []);
  return (
    <div className={styles.formula}>
      <label>
        <span className={styles.formulaLabel}>{t('teacher.rich.tex')}</span>
        <input
          ref={input}
          className={styles.tex}
          value={tex}
          maxLength={longestTex}
          spellCheck={false}
          autoComplete="off"
          placeholder="\frac{a}{b}"
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            onDone();
          }}
        />
      </label>
      <Button look="bordered" small onClick={onDone}>
        {t('teacher.rich.texDone')}
      </Button>
      <p className={styles.formulaNote} role={wrong ? 'status' : undefined}>
        {t(wrong ? 'teacher.rich.texWrong' : 'teacher.rich.texHint')}
      </p>
    </div>
  );
}
