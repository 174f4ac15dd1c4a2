import { useState } from 'react';
import type { BackupJob } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import { Announcer, Progress } from '../../ui/index.ts';

type JobProgressProps = {
  job: BackupJob;
  /** The program is starting again and does not answer for a moment. */
  away: boolean;
  onCancel: () => Promise<unknown>;
};

/** How far a job is: what it does now, a bar, per cent, and a way out as long as there is one. */
export function JobProgress({ job, away, onCancel }: JobProgressProps) {
  const { t, percent } = useText();
  const [cancelling, setCancelling] = useState<number | null>(null);
  const doing = t(away ? 'safety.job.starting' : `safety.job.phase.${job.phase}`);
  const quarter = Math.floor(job.fraction * 4) / 4;
  return (
    <div>
      <Progress
        label={doing}
        done={Math.round(job.fraction * 100)}
        total={100}
        said={percent(job.fraction)}
        cancelling={cancelling === job.number}
        {...(job.cancellable
          ? {
              onCancel: () => {
                setCancelling(job.number);
                void onCancel();
              },
            }
          : {})}
      />
      {/* Each step, and each quarter of the way: more would talk over everything else. */}
      <Announcer>{quarter > 0 ? `${doing}: ${percent(quarter)}` : doing}</Announcer>
    </div>
  );
}
