import { z } from 'zod';
import { FILES_LIMIT } from '../../src/chat/file-ref.ts';
import { MAX_FIELDS } from '../../src/chat/form.ts';
import { locales } from '../../src/i18n/locale.ts';
import { limits } from './limits.ts';

const id = z.string().min(1).max(255);
const language = z.enum(locales);
const hint = z.record(z.string().max(40), z.union([z.string().max(300), z.number()]));

/** The page's address: whom the tab is, where it stands, and in which language; all of it may be missing. */
export const pageQuery = z.object({
  as: id.optional().catch(undefined),
  space: id.optional().catch(undefined),
  lang: language.optional().catch(undefined),
});

/** What is asked for a piece of a conversation: its end, or what stands ahead of a position. */
export const conversationQuery = z.strictObject({
  as: id,
  space: id,
  lang: language.optional(),
  before: z.coerce.number().int().positive().optional(),
});

/** What is asked for the stream of messages; a browser that comes back says in a header where it was. */
export const eventsQuery = z.strictObject({
  as: id,
  lang: language.optional(),
  since: z.coerce.number().int().min(0),
});
export const lastEventId = z.coerce.number().int().min(0).optional().catch(undefined);

/** What is being typed: of longer ones nothing is offered. */
export const completionQuery = z.strictObject({ as: id, lang: language.optional(), text: z.string().max(200) });

/** What a file is uploaded with. */
export const uploadQuery = z.strictObject({ as: id, lang: language.optional(), name: z.string().min(1).max(255) });

/** A file that was uploaded before, as a field for files holds it. */
export const uploadedFile = z.object({ id, name: z.string().max(255) });
export type UploadedFile = z.infer<typeof uploadedFile>;

const common = {
  /** Made by the page, one for each thing its visitor does: a double submit is the same interaction. */
  id: z.uuid(),
  as: id,
  /** Where the visitor stands: a channel, or their direct conversation. */
  space: id,
  lang: language.optional(),
};

/** An input of a form as the page read it, before it is an answer. */
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

/** Which file is fetched, and under what name it is saved. */
export const fileParams = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) });
export const fileQuery = z.object({ name: z.string().min(1).max(255) });
