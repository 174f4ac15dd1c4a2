import { useState } from 'react';
import type { FormEvent } from 'react';
import type { SchoolClass, Section } from '../../../lan-server/contract/classes.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  Dialog,
  ErrorNotice,
  Icon,
  icons,
  Notice,
  Select,
  TextField,
} from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { useErrorText } from '../shell/error-text.ts';
import { useDeeds } from './class-deeds.ts';
import styles from './Classes.module.css';

/** The sections of a class: named, ordered, added, removed. */
export function SectionsDialog({ klass, onClose }: { klass: SchoolClass; onClose: () => void }) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const { act, refused } = useDeeds();
  const [fresh, setFresh] = useState('');
  const [removing, setRemoving] = useState<Section | null>(null);
  const [to, setTo] = useState('none');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (fresh.trim() === '') return;
    const made = await act(() => api.addSection(klass.id, fresh));
    if (made.ok) setFresh('');
  };
  const remove = async (section: Section, target: string) => {
    await act(() => api.removeSection(klass.id, section.id, target));
    setRemoving(null);
    setTo('none');
  };
  return (
    <Dialog
      open
      title={t('classes.sections.title')}
      onClose={onClose}
      actions={
        <Button look="filled" onClick={onClose}>
          {t('classes.sections.done')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p className="soft">{t('classes.sections.words')}</p>
        {refused && (
          <ErrorNotice
            happened={t('classes.page.failed', { reason: errorText(refused) })}
            safe={t('classes.page.failedSafe')}
          />
        )}
        {klass.sections.length === 0 && <p>{t('classes.sections.none')}</p>}
        {klass.sections.map((section, index) => (
          <SectionRow
            key={`${section.id} ${section.name}`}
            section={section}
            index={index}
            last={index === klass.sections.length - 1}
            onChange={(change) => void act(() => api.changeSection(klass.id, section.id, change))}
            onRemove={() =>
              section.students === 0 ? void remove(section, 'none') : setRemoving(section)
            }
          />
        ))}
        {removing && (
          <Notice
            tone="warn"
            icon={<Icon path={icons.alert} />}
            title={t('classes.sections.removeTitle', { name: removing.name })}
            announced
          >
            <div className={styles.form}>
              <p>{t('classes.sections.removeWords', { count: removing.students })}</p>
              <Select
                label={t('classes.sections.removeTo')}
                value={to}
                onChange={setTo}
                options={[
                  { value: 'none', label: t('classes.page.none') },
                  ...klass.sections
                    .filter(({ id }) => id !== removing.id)
                    .map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
              <div className={styles.chosen}>
                <Button onClick={() => setRemoving(null)}>{t('ui.cancel')}</Button>
                <Button look="stop" onClick={() => void remove(removing, to)}>
                  {t('classes.sections.removeGo')}
                </Button>
              </div>
            </div>
          </Notice>
        )}
        <form className={styles.addRow} onSubmit={(event) => void add(event)} noValidate>
          <TextField
            label={t('classes.sections.new')}
            value={fresh}
            onChange={setFresh}
            maxLength={40}
            autoComplete="off"
          />
          <Button type="submit">{t('classes.sections.add')}</Button>
        </form>
      </div>
    </Dialog>
  );
}

type SectionRowProps = {
  section: Section;
  index: number;
  last: boolean;
  onChange: (change: { name?: string; position?: number }) => void;
  onRemove: () => void;
};

function SectionRow({ section, index, last, onChange, onRemove }: SectionRowProps) {
  const { t } = useText();
  const [name, setName] = useState(section.name);
  const changed = name.trim() !== '' && name.trim() !== section.name;
  return (
    <form
      className={styles.sectionRow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) onChange({ name });
      }}
    >
      <TextField
        label={t('classes.sections.name', { number: index + 1 })}
        value={name}
        onChange={setName}
        maxLength={40}
        autoComplete="off"
      />
      {changed ? <Button type="submit">{t('classes.sections.rename')}</Button> : <span />}
      <Button
        look="quiet"
        label={t('classes.sections.up', { name: section.name })}
        icon={<Icon path={icons.arrowUp} />}
        aria-disabled={index === 0}
        onClick={() => index > 0 && onChange({ position: index - 1 })}
      />
      <Button
        look="quiet"
        label={t('classes.sections.down', { name: section.name })}
        icon={<Icon path={icons.arrowDown} />}
        aria-disabled={last}
        onClick={() => !last && onChange({ position: index + 1 })}
      />
      <Button
        look="quiet"
        label={t('classes.sections.remove', { name: section.name })}
        icon={<Icon path={icons.trash} />}
        onClick={onRemove}
      />
    </form>
  );
}
