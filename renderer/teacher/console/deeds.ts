import { useCallback, useRef, useState } from 'react';
import type { TeacherCommand } from '../../../lan-server/contract/commands.ts';
import type { TeacherLessonStore } from '../../live/console.ts';
import { useText } from '../../i18n/text.tsx';

export type Deeds = {
  /** Sends a command; true once it is on disk. A refusal, or silence, is said in place. */
  perform: (command: TeacherCommand) => Promise<boolean>;
  /** What there is to say about the last thing that could not be done. */
  said: string | null;
  say: (sentence: string) => void;
  dismiss: () => void;
};

/** What the teacher does, and what came of it. */
export function useDeeds(send: TeacherLessonStore['send']): Deeds {
  const { t } = useText();
  const [said, setSaid] = useState<string | null>(null);
  // A slow refusal must not be wiped away by an earlier command that succeeds meanwhile.
  const newest = useRef(0);

  const perform = useCallback(
    async (command: TeacherCommand) => {
      newest.current += 1;
      const mine = newest.current;
      const ack = await send(command);
      if (ack?.ok) {
        if (mine === newest.current) setSaid(null);
        return true;
      }
      setSaid(ack ? t(`errors.${ack.error.code}`) : t('console.said.unknown'));
      return false;
    },
    [send, t],
  );
  const dismiss = useCallback(() => setSaid(null), []);
  return { perform, said, say: setSaid, dismiss };
}
