import type { Reply } from '../../src/chat/reply.ts';
import type { Context } from '../context.ts';
import { refuse } from '../replies.ts';
import { customerCard } from './customer-card.ts';
import { summaryBlocks } from './draw-summary.ts';
import { projectCard } from './project-card.ts';
import { summaryOfCustomer, summaryOfProject } from './read-summary.ts';

/** A customer as it is now, with its summary. */
export async function showCustomer(id: string, context: Context): Promise<Reply> {
  const customer = context.org.customer(id);
  if (!customer) return refuse(context, { key: 'served.refusal.gone' });
  const own = { complaints: `customer=${id}`, commitments: `customer=${id}` };
  const standing = summaryBlocks(await summaryOfCustomer(customer, context), own, context);
  return { kind: 'card', card: customerCard(customer, context, standing) };
}

/** A project as it is now, with its summary. */
export async function showProject(id: string, context: Context): Promise<Reply> {
  const project = context.org.project(id);
  if (!project) return refuse(context, { key: 'served.refusal.gone' });
  const own = { complaints: `project=${id}`, commitments: `customer=${project.customer ?? ''}` };
  const standing = summaryBlocks(await summaryOfProject(project, context), own, context);
  return { kind: 'card', card: projectCard(project, context, standing) };
}
