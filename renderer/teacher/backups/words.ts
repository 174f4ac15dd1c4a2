import type { Backup, BackupProblem } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import type { ApiError } from '../api.ts';
import { useErrorText } from '../shell/error-text.ts';
import type { BackupCopies } from './copies.ts';

const steps = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** Says an amount of bytes as it stands on a stick: “2.1 MB”. */
export function useBytes(): (bytes: number) => string {
  const { number } = useText();
  return (bytes) => {
    const [unit, size] = steps.find(([, least]) => bytes >= least) ?? ['kilobyte', 1e3];
    const amount = bytes / size;
    return number(amount, {
      style: 'unit',
      unit,
      maximumFractionDigits: amount < 10 ? 1 : 0,
    });
  };
}

/** Says what a backup holds, where it is and why it was made. */
export function useBackupWords() {
  const { t } = useText();
  const counts = ({ quizzes, lessons, seats }: NonNullable<Backup['contents']>) => ({
    quizzes: t('safety.backups.quizzes', { count: quizzes }),
    lessons: t('safety.backups.lessons', { count: lessons }),
    seats: t('safety.backups.seats', { count: seats }),
  });
  return {
    /** “3 quizzes, 12 lessons” */
    contents: ({ contents }: Backup) =>
      contents
        ? t('safety.backups.contents', counts(contents))
        : t('safety.backups.contentsUnknown'),
    /** “3 quizzes, 12 lessons, 240 students’ seats”; null where it cannot be read. */
    wholeContents: ({ contents }: Backup) =>
      contents &&
      t(
        contents.seats > 0 ? 'safety.backups.contentsWhole' : 'safety.backups.contents',
        counts(contents),
      ),
    reason: ({ reason }: Backup) => t(`safety.backups.reason.${reason}`),
    places: ({ places }: BackupCopies) =>
      t(
        places.length > 1
          ? 'safety.backups.place.both'
          : `safety.backups.place.${places[0] ?? 'local'}`,
      ),
  };
}

const problemOf = (error: ApiError) =>
  (error.details as { problem?: BackupProblem } | undefined)?.problem;
const flawOf = (error: ApiError) => (error.details as { flaw?: Backup['flaw'] } | undefined)?.flaw;

/** Gives the sentence for a refusal, with what to do where the refusal says why. */
export function useBackupRefusal(): (error: ApiError) => string {
  const { t } = useText();
  const errorText = useErrorText();
  return (error) => {
    const problem = problemOf(error);
    if (error.code === 'folder_unusable' && problem) return t(`safety.problem.${problem}`);
    const flaw = flawOf(error);
    if (error.code === 'backup_flawed' && flaw)
      return t(flaw === 'newer' ? 'safety.problem.newer' : 'safety.problem.damaged');
    if (error.code === 'forbidden') return t('safety.backups.laptopOnly');
    return errorText(error);
  };
}
