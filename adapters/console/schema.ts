import { z } from 'zod';
import { FILES_LIMIT } from '../../src/chat/file-ref.ts';
import { MAX_FIELDS } from '../../src/chat/form.ts';
import { locales } from '../../src/i18n/locale.ts';
import { limits } from './limits.ts';

const id = z.string().min(1).max(255);
const language = z.enum(locales);
const hint = z.record(z.string().max(40), z.union([z.string().max(300), z.number()]));

/** The query of the page's address: the person, the space and the language; all are optional. */
export const pageQuery = z.object({
  as: id.optional().catch(undefined),
  space: id.optional().catch(undefined),
  lang: language.optional().catch(undefined),
});

/** The query for part of a conversation: its end, or what comes before a position. */
export const conversationQuery = z.strictObject({
  as: id,
  space: id,
  lang: language.optional(),
  before: z.coerce.number().int().positive().optional(),
});

/** The query of the message stream; a reconnecting browser says in a header where it was. */
export const eventsQuery = z.strictObject({
  as: id,
  lang: language.optional(),
  since: z.coerce.number().int().min(0),
});
export const lastEventId = z.coerce.number().int().min(0).optional().catch(undefined);

/** What is being typed: longer input gets no completions. */
export const completionQuery = z.strictObject({ as: id, lang: language.optional(), text: z.string().max(200) });

/** The query of an upload. */
export const uploadQuery = z.strictObject({ as: id, lang: language.optional(), name: z.string().min(1).max(255) });

/** A file uploaded earlier, as a file field holds it. */
export const uploadedFile = z.object({ id, name: z.string().max(255) });
export type UploadedFile = z.infer<typeof uploadedFile>;

const common = {
  /** Created by the page, one per action of its visitor: a double submit is the same interaction. */
  id: z.uuid(),
  as: id,
  /** The visitor's current space: a channel, or their direct conversation. */
  space: id,
  lang: language.optional(),
};

/** An input of a form as the page read it, before it becomes an answer. */
export const fieldInput = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9]{1,20}$/),
  kind: z.enum(['text', 'longText', 'choice', 'choices', 'date', 'number', 'files']),
  values: z.array(z.string().max(limits.answer)).max(limits.values),
});
export type FieldInput = z.infer<typeof fieldInput>;

/** The body of `POST /console/api/interactions`. */
export const interactionBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('command'), text: z.string().trim().min(1).max(limits.command) }),
  z.strictObject({
    ...common,
    kind: z.literal('message'),
    text: z.string().trim().max(limits.command),
    files: z.array(uploadedFile).min(1).max(FILES_LIMIT),
  }),
  z.strictObject({ ...common, kind: z.literal('press'), action: id, value: hint, message: id.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('submit'),
    form: id,
    context: hint,
    fields: z.array(fieldInput).max(MAX_FIELDS),
  }),
]);
export type InteractionBody = z.infer<typeof interactionBody>;

/** Which file to download, and under what name. */
export const fileParams = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) });
export const fileQuery = z.object({ name: z.string().min(1).max(255) });
