import type { Reply } from '../src/chat/reply.ts';
import { UserError } from '../src/errors.ts';
import { mayRead } from '../src/records/access.ts';
import type { Context } from './context.ts';
import { privateCard } from './replies.ts';

/** `/finding show FD-2026-0001`, and the *Open* button: the record for the asker alone, with what they may do. */
export async function showRecord(number: string, context: Context): Promise<Reply> {
  const record = await context.records.load({ number: number.toUpperCase() });
  const { org, now, person } = context;
  if (!record || !mayRead(record, person.id, org, now)) {
    throw new UserError('refusal.noSuchRecord', { number: number.slice(0, 60) });
  }
  return privateCard(context, record);
}
