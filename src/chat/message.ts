import { z } from 'zod';
import { FILES_LIMIT, fileRefSchema } from './file-ref.ts';
import { placeSchema } from './place.ts';

/** The most characters taken from a message; also Slack's limit for a message. */
export const MESSAGE_LIMIT = 40_000;
/** The most messages of one bundle; Feishu forwards a hundred at most. */
export const BUNDLE_LIMIT = 100;

const id = z.string().min(1).max(255);

/** Who wrote a message: a person, another bot or app, or this bot itself. */
const authorSchema = z.object({
  kind: z.enum(['person', 'bot', 'self']),
  /** The platform's user id; absent for bots, and where the platform does not tell. */
  userId: id.optional(),
  /** The name on the message; absent if it has to be looked up. */
  name: z.string().max(200).optional(),
});

/** A message in a chat, as it was written, for evidence. */
export const messageSchema = z.object({
  place: placeSchema,
  author: authorSchema,
  /** ISO 8601 in UTC. */
  sentAt: z.iso.datetime(),
  /** Without the platform's markup. */
  text: z.string().max(MESSAGE_LIMIT),
  files: z.array(fileRefSchema).max(FILES_LIMIT),
  /** Content other than text and files, which is not taken over: `sticker`, `audio`. */
  other: z.string().max(40).optional(),
  /** Where it can be read, for those with access. */
  link: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
});
export type Message = z.infer<typeof messageSchema>;
