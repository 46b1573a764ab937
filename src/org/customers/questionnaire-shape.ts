import { z } from 'zod';
import { nameSchema } from '../name.ts';
import { idSchema } from '../shape-parts.ts';

/** More would not fit in one chat form, where staff enter what a customer says on the telephone. */
export const MOST_QUESTIONS = 9;

const asked = { id: idSchema, text: nameSchema, required: z.boolean().optional() };
const option = z.strictObject({ id: idSchema, text: nameSchema });

/** A question. Satisfaction and recommendation are required by default; choices and texts are optional. */
const questionSchema = z
  .discriminatedUnion('kind', [
    /** 1 to 5, labeled by `score.ts`. */
    z.strictObject({ ...asked, kind: z.literal('rating') }),
    /** 0 to 10: would you recommend us. */
    z.strictObject({ ...asked, kind: z.literal('nps') }),
    z.strictObject({
      ...asked,
      kind: z.literal('choice'),
      many: z.boolean().default(false),
      options: z.array(option).min(2).max(12),
    }),
    z.strictObject({ ...asked, kind: z.literal('text') }),
  ])
  .transform((question) => ({
    ...question,
    required: question.required ?? (question.kind === 'rating' || question.kind === 'nps'),
  }));

/** 调查问卷 in `org.yaml`. When its questions change, the version must be increased: surveys keep the version they were sent with. */
export const questionnaireSchema = z.strictObject({
  id: idSchema,
  version: z.number().int().min(1).max(9999).default(1),
  name: nameSchema,
  /** The rating that stands for the whole; the default is the first one. */
  overall: idSchema.optional(),
  questions: z.array(questionSchema).min(1).max(MOST_QUESTIONS),
});
export type Questionnaire = z.output<typeof questionnaireSchema>;
export type Question = Questionnaire['questions'][number];

/** A text as given by the organization, within the limits that apply there. */
const keptText = z.object({ zh: z.string(), en: z.string() });
const keptOption = z.object({ id: z.string().max(40), text: keptText });
const kept = { id: z.string().max(40), text: keptText, required: z.boolean() };

/** A questionnaire as stored in a survey: parsed, with all defaults filled in. */
export const keptQuestionnaireSchema = z.object({
  id: z.string().max(40),
  version: z.number().int(),
  name: keptText,
  overall: z.string().max(40).optional(),
  questions: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ ...kept, kind: z.literal('rating') }),
        z.object({ ...kept, kind: z.literal('nps') }),
        z.object({ ...kept, kind: z.literal('choice'), many: z.boolean(), options: z.array(keptOption).max(12) }),
        z.object({ ...kept, kind: z.literal('text') }),
      ]),
    )
    .max(MOST_QUESTIONS),
});

/** The id of the rating that stands for the whole; undefined if nothing is rated. */
export const overallOf = ({ overall, questions }: Questionnaire): string | undefined =>
  overall ?? questions.find(({ kind }) => kind === 'rating')?.id;
