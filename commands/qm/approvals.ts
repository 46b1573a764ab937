import type { Block, Button, Card } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { bold, words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { drawCard } from '../../src/records/card/draw-card.ts';
import type { DeskRow } from '../../src/records/store/desk-repository.ts';
import type { Context } from '../context.ts';
import { deskLine } from '../desk/desk-line.ts';
import { myApprovals } from '../desk/desk-lists.ts';
import { isOver } from '../list/total-text.ts';
import type { Queue } from './approval-queue.ts';

/** How many of the next items are named under the open one. */
const FOLLOWING = 3;
/** Nobody decides more than this in one go. */
const MOST = 100;

/** The item just left in the user's approvals: its number, and its outcome. */
interface Left {
  readonly number: string;
  readonly said: string;
}

/** `/qm approvals`: what the user may decide, with the first item opened. */
export async function showApprovals(context: Context): Promise<Reply> {
  return { kind: 'card', card: await drawItem({ at: 0, of: 0, skipped: 0 }, context) };
}

/** *Later*: leaves an item as it is, and shows the next. */
export async function skipApproval(queue: Queue | null, context: Context): Promise<Reply> {
  if (!queue) return showApprovals(context);
  const next = await drawItem({ ...queue, skipped: queue.skipped + 1 }, context);
  return { kind: 'toast', tone: 'info', text: words(translate(context.locale, 'approvals.left')), next };
}

/**
 * The current item of the queue: the next one, or the same one if the user may still decide it.
 * If none is left, a notice.
 */
export async function drawItem(queue: Queue, context: Context, left?: Left): Promise<Card> {
  const { at, of, skipped } = queue;
  const { rows, total } = await myApprovals(context, 1 + FOLLOWING, skipped);
  const [row, ...following] = skipped < MOST ? rows : [];
  if (!row) return drawEnd(skipped, context, left);
  const record = await context.records.load({ number: row.number });
  if (!record) return drawItem({ ...queue, skipped: skipped + 1 }, context, left);
  const next = row.number === left?.number ? at : at + 1;
  const here = { at: next, of: Math.max(of, next - 1 + total - skipped), skipped };
  const card = drawCard(context.registry.get(record.type), record, context.view, { as: 'personal' });
  return asItem(card, row, following, here, context, left);
}

/** An item's card as one of several: its count above, its buttons with the place in the queue, the next items below. */
function asItem(
  card: Card,
  { number }: DeskRow,
  following: readonly DeskRow[],
  queue: Queue,
  context: Context,
  left?: Left,
): Card {
  const { locale } = context;
  const key = isOver(queue.of) ? 'approvals.count.over' : 'approvals.count';
  const count = bold(translate(locale, key, { at: queue.at, of: queue.of }));
  const lead: Block = { kind: 'text', text: left ? [...words(`${left.said}\n`), count] : [count] };
  const later: Button = {
    action: 'qm.later',
    label: translate(locale, 'approvals.later'),
    value: { number, ...queue },
  };
  const blocks = card.blocks.map((block): Block => {
    if (block.kind !== 'buttons') return block;
    const buttons = block.buttons.map((button) => ({ ...button, value: { ...button.value, ...queue } }));
    return { ...block, buttons: [...buttons, later] };
  });
  const lines = following.map((row) => deskLine(row, context));
  const rest: Block[] =
    lines.length === 0
      ? []
      : [
          { kind: 'heading', text: translate(locale, 'approvals.following') },
          { kind: 'lines', lines },
        ];
  return { ...card, blocks: [lead, ...blocks, ...rest] };
}

function drawEnd(count: number, { locale }: Context, left?: Left): Card {
  const title = translate(locale, 'approvals.title');
  const end = count === 0 ? translate(locale, 'approvals.done') : translate(locale, 'approvals.doneBut', { count });
  const text = words(left ? `${left.said}\n${end}` : end);
  return { title, tone: 'good', summary: end, blocks: [{ kind: 'text', text }] };
}
