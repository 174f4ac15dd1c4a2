import type { Language } from '../contract/languages.ts';
import type { KeptStudent, SeatRecord } from '../ports/history.ts';
import { answerWords } from './student.ts';
import { studentWords } from './student-words.ts';

/** Everything that is kept of one student, for themselves: as data, and as a page to read and print. Times as ISO 8601. */

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** As JSON, with what the program itself stores: nothing is left out but hashes that tell nothing. */
export function studentJson(
  student: KeptStudent,
  lessons: readonly SeatRecord[],
  madeAt: number,
): string {
  const file = {
    format: 'chalkbox-student/1',
    madeAt: iso(madeAt),
    student: {
      name: student.name,
      number: student.number,
      avatar: student.avatar,
      hasPin: student.hasPin,
      createdAt: iso(student.createdAt),
      archivedAt: iso(student.archivedAt),
    },
    enrolments: student.enrolments.map(({ from, to, ...rest }) => ({
      ...rest,
      from: iso(from),
      to: iso(to),
    })),
    devices: student.devices.map(({ className, since, lastSeenAt }) => ({
      className,
      since: iso(since),
      lastSeenAt: iso(lastSeenAt),
    })),
    lessons: lessons.map(({ record, className, came, earlier, posts }) => {
      const texts = new Map(record.questions.map(({ question }) => [question.id, question]));
      const answer = (one: (typeof earlier)[number]) => ({
        question: texts.get(one.questionId)?.text ?? '',
        kind: texts.get(one.questionId)?.kind ?? '',
        round: one.round,
        answer: one.answer,
        credit: one.credit,
        right: one.right,
        sure: one.sure,
        at: iso(one.at),
      });
      return {
        title: record.summary.title,
        subject: record.summary.subject,
        className,
        startedAt: iso(record.summary.startedAt),
        endedAt: iso(record.summary.endedAt),
        attendance: came.status,
        minutesLate: came.minutes,
        answers: [...record.answers, ...earlier].map(answer),
        arrivedTooLate: record.tooLate.map((late) => ({
          question: texts.get(late.questionId)?.text ?? '',
          round: late.round,
          answer: late.answer,
          reason: late.reason,
          at: iso(late.at),
        })),
        askedTheTeacher: posts.map(({ text, at }) => ({ text, at: iso(at) })),
      };
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** As one page without scripts that reads and prints anywhere. `zone`: an IANA time zone; the laptop's own without one. */
export function studentPage(
  student: KeptStudent,
  lessons: readonly SeatRecord[],
  madeAt: number,
  language: Language,
  zone?: string,
): string {
  const words = studentWords[language];
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(zone !== undefined && { timeZone: zone }),
  });
  const when = (at: number) => format.format(at);
  const rows = (heads: string[], cells: string[][]) =>
    cells.length === 0
      ? `<p>${escaped(words.none)}</p>`
      : `<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${cells
          .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
          .join('')}</tbody></table>`;
  const fact = (name: string, value: string | null) =>
    value === null ? '' : `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`;

  const lesson = ({ record, className, came, earlier, posts }: SeatRecord): string => {
    const byId = new Map(record.questions.map(({ question }) => [question.id, question]));
    const line = (
      questionId: string,
      answer: Parameters<typeof answerWords>[1],
      note: string,
      right: boolean | null,
      at: number,
    ): string[] => {
      const question = byId.get(questionId);
      if (!question) return [];
      return [
        question.text,
        [answerWords(question, answer, language), note].filter(Boolean).join(' · '),
        right === null ? '' : right ? words.yes : words.no,
        when(at),
      ];
    };
    const said = (sure: boolean | null) => (sure === null ? '' : sure ? words.sure : words.unsure);
    const lines = [
      ...record.answers.map((one) =>
        line(one.questionId, one.answer, said(one.sure), one.right, one.at),
      ),
      ...earlier.map((one) =>
        line(one.questionId, one.answer, words.earlier(one.round), one.right, one.at),
      ),
      ...record.tooLate.map((one) => line(one.questionId, one.answer, words.late, null, one.at)),
    ];
    const { title, subject, startedAt } = record.summary;
    const facts = [
      when(startedAt),
      className,
      subject,
      `${words.attendance}: ${words.came[came.status]}${came.minutes === null ? '' : ` (${words.minutes(came.minutes)})`}`,
    ].filter(Boolean);
    return `<section><h3>${escaped(title)}</h3><p>${escaped(facts.join(' · '))}</p>${rows(
      [words.question, words.answer, words.right, words.when],
      lines,
    )}${
      posts.length === 0
        ? ''
        : `<h4>${escaped(words.posts)}</h4>${rows(
            [words.question, words.when],
            posts.map(({ text, at }) => [text, when(at)]),
          )}`
    }</section>`;
  };

  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(student.name)}</title><style>
body{font:16px/1.45 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c1b19;background:#fff}
h1{margin:0}table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}th,td{text-align:start;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #bbb;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0}section{break-inside:avoid-page}
</style></head><body>
<h1>${escaped(student.name)}</h1>
<p>${escaped(words.title)}. ${escaped(words.made)} ${escaped(when(madeAt))}.</p>
<dl>${fact(words.number, student.number)}${fact(words.pin, student.hasPin ? words.yes : words.no)}${fact(
    words.since,
    when(student.createdAt),
  )}${fact(words.archived, student.archivedAt === null ? null : when(student.archivedAt))}</dl>
<h2>${escaped(words.enrolments)}</h2>${rows(
    [words.className, words.section, words.from, words.to],
    student.enrolments.map(({ className, sectionName, from, to }) => [
      className,
      sectionName ?? '',
      when(from),
      to === null ? words.still : when(to),
    ]),
  )}
<h2>${escaped(words.devices)}</h2>${rows(
    [words.className, words.from, words.lastSeen],
    student.devices.map(({ className, since, lastSeenAt }) => [
      className,
      when(since),
      when(lastSeenAt),
    ]),
  )}<p>${escaped(words.devicesNote)}</p>
<h2>${escaped(words.lessons)}</h2>${lessons.length === 0 ? `<p>${escaped(words.none)}</p>` : lessons.map(lesson).join('')}
<p>${escaped(words.backups)}</p>
</body></html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
