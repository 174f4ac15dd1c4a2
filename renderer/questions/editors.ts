import type { KindName, Question } from '../../lan-server/questions/index.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';
import { blanksEditor } from './blanks/Editor.tsx';
import { choiceEditor } from './choice/Editor.tsx';
import type { EditorUi } from './editor-ui.ts';
import { matchingEditor } from './matching/Editor.tsx';
import { multipleEditor } from './multiple/Editor.tsx';
import { numericEditor } from './numeric/Editor.tsx';
import { pinEditor } from './pin/Editor.tsx';
import { openTextEditor } from './opentext/Editor.tsx';
import { pollEditor } from './poll/Editor.tsx';
import { orderingEditor } from './ordering/Editor.tsx';
import { ratingEditor } from './rating/Editor.tsx';
import { shortTextEditor } from './shorttext/Editor.tsx';
import { slideEditor } from './slide/Editor.tsx';
import { sliderEditor } from './slider/Editor.tsx';
import { trueFalseEditor } from './truefalse/Editor.tsx';
import { wordCloudEditor } from './wordcloud/Editor.tsx';

/** The editor's registry: every kind of question under its name. */
const editors: { [Kind in KindName]: EditorUi<Extract<Question, { kind: Kind }>> } = {
  choice: choiceEditor,
  multiple: multipleEditor,
  truefalse: trueFalseEditor,
  ordering: orderingEditor,
  matching: matchingEditor,
  wordcloud: wordCloudEditor,
  rating: ratingEditor,
  poll: pollEditor,
  shorttext: shortTextEditor,
  blanks: blanksEditor,
  numeric: numericEditor,
  slider: sliderEditor,
  slide: slideEditor,
  pin: pinEditor,
  opentext: openTextEditor,
};

/** The editor's side of a kind, seen from where only the registry's types are known. */
export function editorNamed(kind: KindName): EditorUi<Question> {
  return editors[kind] as unknown as EditorUi<Question>;
}

/**
 * The question as one of another kind: text in its languages, picture, time, hint, explanation and note stay, options and key where both kinds have
 * them, points where both count. The id stays too: it is the same question.
 */
export function asKind(question: Question, kind: KindName): Question {
  if (question.kind === kind) return question;
  const to = editorNamed(kind);
  const blank = kindNamed(kind).blank(question.id);
  const bothKeyed = to.keyed && editorNamed(question.kind).keyed;
  const { text, seconds, explanation, note, hint, shuffle, image } = question;
  const { language, rich, second } = question;
  const shuffles = shuffle !== undefined && to.shuffles;
  return to.adopt(
    {
      ...blank,
      text,
      seconds,
      explanation,
      note,
      ...(hint !== undefined && { hint }),
      ...(image && { image }),
      ...(language !== undefined && { language }),
      // The options' formulas are typeset anew where the options stay.
      ...(rich && { rich: { ...rich, options: undefined } }),
      ...(second && { second }),
      ...(shuffles && { shuffle }),
      points: bothKeyed ? question.points : blank.points,
    },
    question,
  );
}
