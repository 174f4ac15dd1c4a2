import { useText } from '../../../i18n/text.tsx';
import { Switch } from '../../../ui/index.ts';
import { PlayGroup } from './PlayGroup.tsx';
import type { PlayPartProps } from './play-part.ts';

/** Whether students are asked how sure they are. At one's own speed they are not. */
export function ConfidenceSettings({ play, onChange }: PlayPartProps) {
  const { t } = useText();
  if (play.pacing === 'self') return null;
  return (
    <PlayGroup
      title={t('teacher.start.sure.title')}
      now={t(play.confidence ? 'teacher.start.sure.on' : 'teacher.start.sure.off')}
    >
      <Switch
        checked={play.confidence}
        onChange={(confidence) => onChange({ confidence })}
        label={t('teacher.start.sure.ask')}
      />
      <p className="small soft">{t('teacher.start.sure.words')}</p>
    </PlayGroup>
  );
}
