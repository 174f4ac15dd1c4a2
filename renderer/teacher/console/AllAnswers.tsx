import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, LoadingFrame } from '../../ui/index.ts';
import { AnswerRows } from '../answers/AnswerRows.tsx';
import { questionTitle } from '../answers/question-title.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

type AllAnswersProps = { lessonId: LessonId; question: Question };

/** The picture holds what most typed; this opens everything, and lets more answers count as right. */
export function AllAnswers({ lessonId, question }: AllAnswersProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('console.private.allAnswers')}
      </Button>
      <Dialog open={open} wide onClose={() => setOpen(false)} title={questionTitle(question, t)}>
        {open && <Rows lessonId={lessonId} question={question} />}
      </Dialog>
    </>
  );
}

function Rows({ lessonId, question }: AllAnswersProps) {
  const { t } = useText();
  const api = useApi();
  const { data } = useQuery({
    queryKey: [...queryKeys.results(lessonId), 'all'],
    queryFn: async () => valueOf(await api.results(lessonId)).questions,
    // Answers come in while one reads.
    refetchInterval: 2000,
  });
  const item = data?.find((one) => one.question.id === question.id);
  if (!item) return <LoadingFrame count={5} />;
  return (
    <>
      <p className="small soft">{t('console.private.allAnswersWords')}</p>
      <AnswerRows lessonId={lessonId} item={item} />
    </>
  );
}
