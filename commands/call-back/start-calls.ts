import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import type { Context } from '../context.ts';
import { refuse } from '../replies.ts';
import { nextCall } from './next-call.ts';
import type { PlaceInCalls } from './place-in-calls.ts';

/** `/callback`, `回访`: the first customer to call, for the service desk. */
export async function startCalls(context: Context): Promise<Reply> {
  const isAgent = context.person.roles.includes('sd');
  if (!isAgent) return refuse(context, { key: 'calls.refusal.noAgent' });
  return { kind: 'card', card: await nextCall({ calls: 0 }, context) };
}

/** The next customer: in the place of the card where somebody has called before, else in a card of its own. */
export async function goOn(place: PlaceInCalls | null, context: Context): Promise<Reply> {
  if (!place) return startCalls(context);
  const next = await nextCall(place, context);
  return { kind: 'toast', tone: 'info', text: words(next.summary), next };
}
