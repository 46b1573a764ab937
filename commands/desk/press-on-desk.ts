import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Context } from '../context.ts';
import { showApprovals, skipApproval } from '../qm/approvals.ts';
import { showHelp } from '../qm/help.ts';
import { pressMine } from '../qm/mine.ts';
import { pressOverdue } from '../qm/overdue.ts';

/** Answers what is pressed, or chosen from a menu, to see one's own desk; null for anything else. */
export async function pressOnDesk(
  { action, value }: Pick<Extract<Interaction, { kind: 'press' }>, 'action' | 'value'>,
  context: Context,
): Promise<Reply | null> {
  switch (action) {
    case 'qm.help':
      return showHelp(context);
    case 'qm.mine':
      return pressMine(value, context);
    case 'qm.approvals':
      return showApprovals(context);
    case 'qm.later':
      return skipApproval(value, context);
    case 'qm.overdue':
      return pressOverdue(value, context);
    default:
      return null;
  }
}
