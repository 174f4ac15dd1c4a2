import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Language } from '../../../lan-server/contract/languages.ts';
import { languages } from '../../i18n/languages.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, Select, Sheet, TextField } from '../../ui/index.ts';
import type { TeacherPatch } from '../api.ts';
import type { Teacher } from '../session/teacher.tsx';
import styles from './SettingsPage.module.css';

type YouSettingProps = {
  teacher: Teacher;
  /** Gives back why it was refused, or null. */
  change: (patch: TeacherPatch) => Promise<string | null>;
};

/** The teacher's name and the language of the pages. */
export function YouSetting({ teacher, change }: YouSettingProps) {
  const { t } = useText();
  const [name, setName] = useState(teacher.name);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [stored, setStored] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const apply = async (patch: TeacherPatch) => {
    setStored(false);
    setBusy(true);
    const reason = await change(patch);
    setBusy(false);
    setRefused(reason);
    setStored(reason === null);
  };
  const nameless = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameless && !busy) void apply({ name: name.trim() });
  };

  return (
    <Sheet as="section" pad="roomy" label={t('teacher.settings.you')}>
      <h2>{t('teacher.settings.you')}</h2>
      <form className={styles.line} onSubmit={submit} noValidate>
        <TextField
          label={t('teacher.settings.name')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="name"
          error={tried && nameless ? t('teacher.settings.nameMissing') : null}
        />
        <Button type="submit" busy={busy}>
          {t('teacher.settings.nameSave')}
        </Button>
      </form>
      <Select<Language | 'browser'>
        label={t('teacher.settings.language')}
        options={[
          { value: 'browser', label: t('teacher.settings.languageBrowser') },
          ...(Object.keys(languages) as Language[]).map((value) => ({
            value,
            label: languages[value].name,
          })),
        ]}
        value={teacher.language ?? 'browser'}
        onChange={(value) => void apply({ language: value === 'browser' ? null : value })}
      />
      <p role="status" className={styles.stored}>
        {stored && t('teacher.settings.saved')}
      </p>
      {refused !== null && (
        <ErrorNotice
          happened={t('teacher.settings.failed', { reason: refused })}
          safe={t('teacher.settings.failedSafe')}
        />
      )}
    </Sheet>
  );
}
