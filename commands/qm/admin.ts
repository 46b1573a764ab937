import { z } from 'zod';
import type { Reply } from '../../src/chat/reply.ts';
import { translate } from '../../src/i18n/translate.ts';
import type { Context } from '../context.ts';
import { refuse } from '../replies.ts';
import { adminCard, notLinked, TROUBLES_SHOWN, unlinkedCard } from './admin-card.ts';
import type { TroubleRef } from './admin-desk.ts';

/** The page a button requests, and the effect that one for retrying or dropping is about. */
export const pageValue = z.object({ skip: z.number().int().min(0).max(100_000).default(0) }).catch({ skip: 0 });
export const troubleValue = z.object({ store: z.string().max(40), id: z.string().max(300), key: z.string().max(300) });

/** How many of the next jobs are shown. */
const JOBS_SHOWN = 8;
/** How many of the last actions are shown. */
const DEEDS_SHOWN = 5;

/** `/qm admin`: the bot's status, for administrators only. `happened` is shown above it. */
export async function showAdmin(context: Context, skip = 0, happened?: string): Promise<Reply> {
  if (!isAdministrator(context)) return refuse(context, { key: 'admin.refused' });
  const { admin } = context;
  const [troubles, jobs, deeds, facts] = await Promise.all([
    admin.troubles(skip, TROUBLES_SHOWN),
    admin.nextJobs(JOBS_SHOWN),
    admin.deeds(DEEDS_SHOWN),
    admin.facts(),
  ]);
  const card = adminCard(context, { ...troubles, skip }, { jobs, deeds, facts });
  if (happened === undefined) return { kind: 'card', card };
  const said = { kind: 'text', text: [{ kind: 'bold', text: happened }] } as const;
  return { kind: 'card', card: { ...card, summary: happened, blocks: [said, ...card.blocks] } };
}

/** The people not linked to an account on the platforms served. */
export async function showUnlinked(context: Context, skip: number): Promise<Reply> {
  if (!isAdministrator(context)) return refuse(context, { key: 'admin.refused' });
  const people = notLinked(await context.admin.facts(), context);
  return { kind: 'card', card: unlinkedCard(people, skip, context) };
}

/** Retries a failed effect, or drops it for good. */
export async function settleTrouble(verb: 'retry' | 'drop', ref: TroubleRef, context: Context): Promise<Reply> {
  if (!isAdministrator(context)) return refuse(context, { key: 'admin.refused' });
  const done = await context.admin[verb](ref, context.person.id);
  const key = verb === 'retry' ? 'admin.retried' : 'admin.dropped';
  return showAdmin(context, 0, translate(context.locale, done ? key : 'admin.gone'));
}

/** According to the organization, never to a platform; checked at each press. */
const isAdministrator = ({ person }: Context) => person.roles.includes('admin');
