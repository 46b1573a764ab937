import { z } from 'zod';
import type { Reply } from '../chat/reply.ts';

const kinds = ['toast', 'form', 'errors', 'card', 'nothing'] as const satisfies readonly Reply['kind'][];

/** Our own words, as they were written with the work that they answer; only what kind they are is looked at. */
const replySchema = z.custom<Reply>(
  (value) =>
    typeof value === 'object' && value !== null && 'kind' in value && kinds.some((kind) => kind === value.kind),
);

/** A reply as an effect holds it. Fails with zod's error for anything else. */
export function readReply(content: unknown): Reply {
  return replySchema.parse(content);
}
