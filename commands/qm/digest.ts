import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Context } from '../context.ts';
import { readListFor, showList } from '../list/show-list.ts';

/** `/qm digest`, `周报预览`: the digest of the week as it would be posted now, for the asker alone. */
export async function previewWeekly(said: Interaction, context: Context): Promise<Reply> {
  return { kind: 'card', card: await context.previews.weekly(viewOf(said, context)) };
}

/** `/qm digest month`, `月报预览`: the same of the month. */
export async function previewMonthly(said: Interaction, context: Context): Promise<Reply> {
  return { kind: 'card', card: await context.previews.monthly(viewOf(said, context)) };
}

/** *See all that is overdue*, under a digest: the list for the presser alone; the digest stays as it stands for everybody. */
export function listAllOverdue(context: Context): Promise<Reply> {
  const finding = context.registry.get('finding');
  return showList(finding, readListFor(finding, 'overdue', context).query, context);
}

function viewOf({ channel }: Interaction, { view, person }: Context) {
  const { org, now, locale, platform, workspace } = view;
  return { org, now, locale, platform, workspace, person, channel };
}
