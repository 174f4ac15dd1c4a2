import { useText } from '../../i18n/text.tsx';
import { Icon, icons, Notice } from '../../ui/index.ts';
import { errorIn } from '../api-failure.ts';
import { useNetwork } from '../queries.ts';

/** Whether the program does not answer at the moment; asked every few seconds on every page. */
export function useAway(): boolean {
  return errorIn(useNetwork().failureReason)?.code === 'unreachable';
}

/** Says so over a page whose matter stays in sight; nothing while all is well. */
export function AwayNotice({ className }: { className?: string | undefined }) {
  const { t } = useText();
  if (!useAway()) return null;
  return (
    <div className={className}>
      <Notice
        tone="warn"
        announced
        icon={<Icon path={icons.wifiOff} />}
        title={t('teacher.page.away.title')}
      >
        {t('teacher.page.away.words')}
      </Notice>
    </div>
  );
}
