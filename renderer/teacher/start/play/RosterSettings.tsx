import { proofSchema } from '../../../../lan-server/contract/roll.ts';
import { useText } from '../../../i18n/text.tsx';
import { NumberField, Segmented } from '../../../ui/index.ts';
import { PlayGroup } from './PlayGroup.tsx';
import type { PlayPartProps } from './play-part.ts';

/** How a lesson with a list of names is played. */
export function RosterSettings({ play, identity, onChange }: PlayPartProps) {
  const { t } = useText();
  if (identity !== 'roster') return null;
  return (
    <PlayGroup
      title={t('roster.start.title')}
      now={t('roster.start.now', {
        proof: t(`roster.start.proofs.${play.proof}`),
        minutes: play.graceMinutes,
      })}
    >
      <div>
        <Segmented
          label={t('roster.start.proof')}
          choices={proofSchema.options.map((value) => ({
            value,
            label: t(`roster.start.proofs.${value}`),
          }))}
          value={play.proof}
          onChange={(proof) => onChange({ proof })}
        />
        <p className="small soft">{t(`roster.start.proofWords.${play.proof}`)}</p>
      </div>
      <Segmented
        label={t('roster.start.devices')}
        choices={(['newest', 'first'] as const).map((value) => ({
          value,
          label: t(`roster.start.device.${value}`),
        }))}
        value={play.devices}
        onChange={(devices) => onChange({ devices })}
      />
      <NumberField
        label={t('roster.start.grace')}
        value={play.graceMinutes}
        min={0}
        max={120}
        onChange={(minutes) => {
          if (minutes !== null) onChange({ graceMinutes: minutes });
        }}
      />
    </PlayGroup>
  );
}
