import type { Identity } from '../../../lan-server/contract/frames.ts';
import { useText } from '../../i18n/text.tsx';
import { Segmented } from '../../ui/index.ts';
import styles from './StartLessonDialog.module.css';

type NamesChoiceProps = {
  identity: Identity;
  /** The lesson is a class's: its list can be chosen. */
  listed: boolean;
  onChange: (identity: Identity) => void;
};

/** Who is who in a lesson, with what that means. */
export function NamesChoice({ identity, listed, onChange }: NamesChoiceProps) {
  const { t } = useText();
  return (
    <div>
      <Segmented
        label={t('teacher.start.names')}
        choices={[
          ...(listed ? [{ value: 'roster' as const, label: t('roster.start.roster') }] : []),
          { value: 'nickname', label: t('teacher.start.nickname') },
          { value: 'anonymous', label: t('teacher.start.anonymous') },
        ]}
        value={identity}
        onChange={onChange}
      />
      <p className={styles.hint}>
        {t(identity === 'roster' ? 'roster.start.words' : `teacher.start.${identity}Words`)}
      </p>
    </div>
  );
}
