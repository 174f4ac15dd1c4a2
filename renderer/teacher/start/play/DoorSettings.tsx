import { useText } from '../../../i18n/text.tsx';
import { Switch } from '../../../ui/index.ts';
import { PlayGroup } from './PlayGroup.tsx';
import type { PlayPartProps } from './play-part.ts';

/** Who may come in, and when. */
export function DoorSettings({ play, identity, onChange }: PlayPartProps) {
  const { t } = useText();
  const now = [
    t(play.approve ? 'teacher.start.door.asked' : 'teacher.start.door.open'),
    play.lateJoin ? null : t('teacher.start.door.notLate'),
  ];
  return (
    <PlayGroup
      title={t('teacher.start.door.title')}
      now={now.filter((words) => words !== null).join(', ')}
    >
      <Switch
        checked={play.lateJoin}
        onChange={(lateJoin) => onChange({ lateJoin })}
        label={t('teacher.start.door.lateJoin')}
      />
      <Switch
        checked={play.approve}
        onChange={(approve) => onChange({ approve })}
        label={t('teacher.start.door.approve')}
      />
      {identity === 'nickname' && (
        <Switch
          checked={play.nameFilter}
          onChange={(nameFilter) => onChange({ nameFilter })}
          label={t('teacher.start.door.nameFilter')}
        />
      )}
    </PlayGroup>
  );
}
