import type { QaRule } from '../../../../lan-server/contract/qa.ts';
import { qaRuleSchema } from '../../../../lan-server/contract/qa.ts';
import { useText } from '../../../i18n/text.tsx';
import { Segmented, Switch } from '../../../ui/index.ts';
import { PlayGroup } from './PlayGroup.tsx';
import type { PlayPartProps } from './play-part.ts';

/** What students may say besides answering. */
export function TalkSettings({ play, onChange }: PlayPartProps) {
  const { t } = useText();
  const now = [
    play.qa === 'off' ? null : t('teacher.start.talk.nowQa'),
    play.pulse ? t('teacher.start.talk.nowPulse') : null,
    play.reactions ? t('teacher.start.talk.nowReactions') : null,
  ].filter((words) => words !== null);
  return (
    <PlayGroup
      title={t('teacher.start.talk.title')}
      now={now.length === 0 ? t('teacher.start.talk.nothing') : now.join(', ')}
    >
      <div>
        <Segmented<QaRule>
          label={t('teacher.start.talk.qa')}
          choices={qaRuleSchema.options.map((value) => ({
            value,
            label: t(`teacher.start.talk.rule.${value}`),
          }))}
          value={play.qa}
          onChange={(qa) => onChange({ qa })}
        />
      </div>
      <Switch
        checked={play.pulse}
        onChange={(pulse) => onChange({ pulse })}
        label={t('teacher.start.talk.pulse')}
      />
      <Switch
        checked={play.reactions}
        onChange={(reactions) => onChange({ reactions })}
        label={t('teacher.start.talk.reactions')}
      />
    </PlayGroup>
  );
}
