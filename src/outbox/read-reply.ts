import { z } from 'zod';
import type { Reply } from '../chat/reply.ts';

const kinds = ['toast', 'form', 'errors', 'card', 'nothing'] as const satisfies readonly Reply['kind'][];

/** Our own text, as written with the work that it answers; only its kind is checked. */
const replySchema = z.custom<Reply>(
  (value) =>
    typeof value === 'object' && value !== null && 'kind' in value && kinds.some((kind) => kind === value.kind),
);

/** A reply as an effect holds it. Fails with zod's error for anything else. */
export function readReply(content: unknown): Reply {
  return replySchema.parse(content);
}
