import { z } from 'zod';
import {
  doorLessonSchema,
  lessonSummarySchema,
  quizSchema,
  quizSummarySchema,
  resultsSchema,
} from '../../contract/api.ts';
import {
  classStudentSchema,
  classSummarySchema,
  schoolClassSchema,
  studentDetailSchema,
} from '../../contract/classes.ts';
import { imageSchema, storedImageSchema } from '../../contract/images.ts';
import { plannedSchema } from '../../contract/schedule.ts';
import { errorSchema } from '../../contract/rejections.ts';
import { questionKinds, questionSchema } from '../../questions/index.ts';

export type JsonSchema = { [name: string]: unknown };

/** Schemas that have a name in the document, so that it says each once. */
const named = z.registry<{ id: string }>();
const names: [z.ZodType, string][] = [
  [errorSchema, 'Error'],
  [quizSchema, 'Quiz'],
  [quizSummarySchema, 'QuizSummary'],
  [questionSchema, 'Question'],
  [imageSchema, 'Image'],
  [storedImageSchema, 'StoredImage'],
  [lessonSummarySchema, 'Lesson'],
  [resultsSchema, 'Results'],
  [doorLessonSchema, 'DoorLesson'],
  [classSummarySchema, 'ClassSummary'],
  [schoolClassSchema, 'Class'],
  [classStudentSchema, 'ClassStudent'],
  [studentDetailSchema, 'Student'],
  [plannedSchema, 'PlannedLesson'],
];
for (const [schema, id] of names) named.add(schema, { id });
for (const [kind, { schema }] of Object.entries(questionKinds))
  named.add(schema, { id: `Question_${kind}` });

/**
 * Turns the contract's schemas into those of the document and gathers the named ones as its components. What is sent and what comes
 * back can differ (defaults), so each has its own: `Quiz`, `QuizSent`.
 */
export function createSchemas(): {
  of(schema: z.ZodType, way: 'sent' | 'answered'): JsonSchema;
  components(): Record<string, JsonSchema>;
} {
  const components: Record<string, JsonSchema> = {};

  return {
    of(schema, way) {
      const made = z.toJSONSchema(schema, {
        io: way === 'sent' ? 'input' : 'output',
        metadata: named,
        unrepresentable: 'any',
      }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
      const suffix = way === 'sent' ? 'Sent' : '';
      const { $defs = {}, $schema: _dialect, ...top } = rereferenced(made, suffix) as typeof made;
      for (const [id, part] of Object.entries($defs)) {
        const { id: _id, ...rest } = part;
        components[id + suffix] = rest;
      }
      return top;
    },
    components: () =>
      Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Points every reference at the document's components. */
function rereferenced(node: unknown, suffix: string): unknown {
  if (Array.isArray(node)) return node.map((each) => rereferenced(each, suffix));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) =>
      name === '$ref' && typeof value === 'string'
        ? [name, `${value.replace('#/$defs/', '#/components/schemas/')}${suffix}`]
        : [name, rereferenced(value, suffix)],
    ),
  );
}
