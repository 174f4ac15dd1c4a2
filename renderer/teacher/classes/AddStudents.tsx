import { useState } from 'react';
import type { ClipboardEvent, FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, TextField } from '../../ui/index.ts';
import styles from './Classes.module.css';

type AddStudentsProps = {
  /** False where it was refused: the name stays in the field. */
  onAdd: (name: string) => Promise<boolean>;
  /** More than one line was pasted. */
  onPasted: (text: string) => void;
};

/** One name after the other, each with Enter. The next one can be typed while this one is stored. */
export function AddStudents({ onAdd, onPasted }: AddStudentsProps) {
  const { t } = useText();
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    setName('');
    if (!(await onAdd(wanted))) setName((typed) => (typed === '' ? wanted : typed));
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    onPasted(text);
  };
  return (
    <form className={styles.addRow} onSubmit={(event) => void submit(event)} noValidate>
      <div onPaste={paste}>
        <TextField
          label={t('classes.page.add')}
          hint={t('classes.page.addHint')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="off"
        />
      </div>
      <Button type="submit">{t('classes.page.addButton')}</Button>
    </form>
  );
}
