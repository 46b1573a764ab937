import type { Reply } from '../../src/chat/reply.ts';
import type { Context } from '../context.ts';
import { privateCard } from '../replies.ts';
import { readable } from './readable.ts';

/** `/finding show FD-2026-0001`, and the *Open* button: the record for the user only, with what they may do. */
export async function showRecord(number: string, context: Context): Promise<Reply> {
  return privateCard(context, await readable(number, context));
}
