import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LessonId, QuestionId } from '../../../lan-server/contract/ids.ts';
import type { Typed } from '../../../lan-server/questions/kind.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Icon, icons } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import styles from './AnswerRows.module.css';

type AcceptAnswerProps = {
  lessonId: LessonId;
  questionId: QuestionId;
  /** What the row says, for whoever hears the button. */
  label: string;
  typed: Typed;
};

/** Counts a typed answer as right, for everybody who gave it; pressed again, that is taken back. */
export function AcceptAnswer({ lessonId, questionId, label, typed }: AcceptAnswerProps) {
  const { t } = useText();
  const api = useApi();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { part, text, accepted } = typed;
  const change = useMutation({
    mutationFn: async () =>
      valueOf(await api.acceptAnswer(lessonId, { questionId, part, text, accept: !accepted })),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.results(lessonId) }),
  });
  const error = errorIn(change.error);
  return (
    <span className={styles.accept}>
      <Button
        small
        look={accepted ? 'quiet' : 'bordered'}
        busy={change.isPending}
        aria-label={t(accepted ? 'results.detail.acceptedNamed' : 'results.detail.acceptNamed', {
          answer: label,
        })}
        icon={accepted ? <Icon path={icons.check} size="s" /> : undefined}
        title={accepted ? t('results.detail.acceptUndo') : undefined}
        onClick={() => change.mutate()}
      >
        {t(accepted ? 'results.detail.accepted' : 'results.detail.accept')}
      </Button>
      {error && (
        <span role="alert" className={styles.failed}>
          {errorText(error)}
        </span>
      )}
    </span>
  );
}
